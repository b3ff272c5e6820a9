package org.careroom.people;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/** Addresses as people type them. An account's address is kept in lower case. */
public final class EmailAddress {

    /** The form that browsers accept for {@code input type=email} (WHATWG HTML), with a domain that has a dot. */
    private static final Pattern FORM = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** What parts several of them in one field. */
    private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");

    private EmailAddress() {}

    public static String normalized(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The normalized address.
     *
     * @throws Invalid at {@code field} when it is none
     */
    public static String checked(String field, @Nullable String typed) {
        String address = normalized(PlainText.line(field, typed, 254));
        if (!FORM.matcher(address).matches()) {
            throw new Invalid(field, Reason.of("invalid.email"));
        }
        return address;
    }

    /** What was typed as one address each, where fields hold several. */
    public static List<String> parted(Collection<String> typed) {
        return typed.stream()
                .flatMap(BETWEEN::splitAsStream)
                .filter(one -> !one.isBlank())
                .toList();
    }

    /** What stands behind the @. */
    public static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
