package org.careroom.clients;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careroom.people.EmailAddress;
import org.careroom.shared.Checked;
import org.careroom.shared.Digest;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;

/**
 * What a client is called and reached by.
 *
 * @param email empty when there is none
 * @param phone empty when there is none
 */
public record ClientDescription(String name, String email, String phone) {

    private static final int LONGEST_PHONE = 60;

    /** As people write them, also with an extension behind. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{3,40}(( x| ext\\.? ?)[0-9]{1,8})?");

    /**
     * The same as it is kept.
     *
     * @throws Invalid at {@code name}, {@code email} or {@code phone}; at {@code email} when there is neither of the two
     */
    ClientDescription checked() {
        Checked<String> checkedName = Checked.of(() -> PlainText.line("name", name, PlainText.NAME));
        Checked<String> checkedPhone = Checked.of(() -> phone(phone));
        Checked<String> checkedEmail =
                Checked.of(() -> email(email, checkedPhone.or(phone).isEmpty()));
        Checked.all(checkedName, checkedEmail, checkedPhone);
        return new ClientDescription(checkedName.get(), checkedEmail.get(), checkedPhone.get());
    }

    private static String email(String typed, boolean needed) {
        if (PlainText.lineOrEmpty("email", typed, PlainText.DESCRIPTION).isEmpty()) {
            if (needed) {
                throw new Invalid("email", Reason.of("client.unreachable"));
            }
            return "";
        }
        return EmailAddress.checked("email", typed);
    }

    private static String phone(String typed) {
        String phone = PlainText.lineOrEmpty("phone", typed, LONGEST_PHONE);
        if (!phone.isEmpty()
                && !(PHONE.matcher(phone).matches() && phone.chars().anyMatch(Character::isDigit))) {
            throw new Invalid("phone", Reason.of("client.phone.form"));
        }
        return phone;
    }

    /** By which a form knows what its person saw. */
    public String digest() {
        return Digest.of(String.join("\n", name, email, phone));
    }

    /**
     * Somebody changed it meanwhile: what differs from what this person wants is shown at its field.
     *
     * @throws Invalid always
     */
    void refuse(ClientDescription wanted) {
        Checked.all(Stream.of(
                        changed("name", name, wanted.name),
                        changed("email", email, wanted.email),
                        changed("phone", phone, wanted.phone))
                .toArray(Checked<?>[]::new));
    }

    private static Checked<String> changed(String field, String now, String wanted) {
        return Checked.of(() -> {
            if (!now.equals(wanted)) {
                throw new Invalid(
                        field, now.isEmpty() ? Reason.of("client.changed.empty") : Reason.of("client.changed", now));
            }
            return now;
        });
    }
}
