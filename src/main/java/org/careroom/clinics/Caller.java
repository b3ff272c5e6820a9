package org.careroom.clinics;

import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/** Who a caller says to be; empty once it is erased. */
public record Caller(String firstName, String lastName, String phone) {

    static final int NAME = 60;
    static final int PHONE = 40;

    /**
     * What was filled in.
     *
     * @throws Invalid at {@code firstName}, {@code lastName} or {@code phone}
     */
    static Caller checked(@Nullable String firstName, @Nullable String lastName, @Nullable String phone) {
        Checked<String> first = Checked.of(() -> PlainText.line("firstName", firstName, NAME));
        Checked<String> last = Checked.of(() -> PlainText.line("lastName", lastName, NAME));
        Checked<String> number = Checked.of(() -> phone(phone));
        Checked.all(first, last, number);
        return new Caller(first.get(), last.get(), number.get());
    }

    /** Something that can be dialled: at least five digits, and what people write between them (ITU-T E.123). */
    private static String phone(@Nullable String typed) {
        String phone = PlainText.line("phone", typed, PHONE);
        if (phone.chars().filter(Character::isDigit).count() < 5 || !phone.matches("[+0-9 ()/.\\-]+(x[0-9]+)?")) {
            throw new Invalid("phone", Reason.of("waiting.invalid.phone"));
        }
        return phone;
    }

    public String name() {
        return (firstName + " " + lastName).strip();
    }
}
