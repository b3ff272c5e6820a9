package org.careroom.people;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Locale;
import java.util.stream.Stream;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which passwords may be chosen: long ones that are neither common nor the person's own name; nothing about kinds of
 * characters (NIST SP 800-63B 3.1.1.2).
 */
@Component
class PasswordRules {

    static final int SHORTEST = 13;
    static final int LONGEST = 1_000;

    /** Fewer guesses than this, as zxcvbn counts over its lists of leaked passwords, keyboard rows and repeats, is common. */
    private static final double COMMON_BELOW_GUESSES = 1e7;

    /** Measuring takes longer than linear time, and what has so many characters is not common. */
    private static final int LONGEST_MEASURED = 60;

    private final Zxcvbn lists = new Zxcvbn();

    /** @throws Invalid at {@code field} with the reason why it may not be chosen */
    String checked(String field, @Nullable String typed, String name, String email) {
        String password = typed == null ? "" : typed;
        Reason refusal = refusal(password, name, email);
        if (refusal != null) {
            throw new Invalid(field, refusal);
        }
        return password;
    }

    @Nullable
    Reason refusal(String password, String name, String email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Reason.of("password.short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            return Reason.of("password.long", LONGEST);
        }
        if (isOwn(password, name, email)) {
            return Reason.of("password.own");
        }
        if (isCommon(password)) {
            return Reason.of("password.common");
        }
        return null;
    }

    private boolean isCommon(String password) {
        if (password.isBlank()) {
            return true;
        }
        return password.length() <= LONGEST_MEASURED && lists.measure(password).getGuesses() < COMMON_BELOW_GUESSES;
    }

    private static boolean isOwn(String password, String name, String email) {
        String whole = lettersOf(password);
        return !whole.isEmpty()
                && Stream.of(name, email, email.replaceFirst("@.*", ""), "careroom", name + "careroom")
                        .map(PasswordRules::lettersOf)
                        .filter(own -> !own.isEmpty())
                        .anyMatch(own -> whole.replace(own, "").isEmpty());
    }

    /** Letters only and small, so that spaces, digits and marks around one's name do not make it another. */
    private static String lettersOf(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
