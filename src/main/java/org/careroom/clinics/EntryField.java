package org.careroom.clinics;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Something that a clinic asks its callers besides name and phone.
 *
 * @param label at most {@value #LABEL} characters
 */
public record EntryField(String label, Kind kind, boolean required) {

    static final int LABEL = 80;
    static final int TEXT = 200;
    static final int LONG_TEXT = 1_000;

    /** What can be filled in. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        DATE,
        NUMBER,
        YES_NO
    }

    /**
     * What was filled in, as it is stored: a date by ISO 8601, {@code yes} or nothing for a box.
     *
     * @param field its name in the form
     * @throws Invalid at {@code field}
     */
    String checked(String field, @Nullable String typed) {
        String value = switch (kind) {
            case TEXT -> PlainText.lineOrEmpty(field, typed, TEXT);
            case LONG_TEXT -> PlainText.blockOrEmpty(field, typed, LONG_TEXT);
            case DATE -> date(field, PlainText.lineOrEmpty(field, typed, TEXT));
            case NUMBER -> number(field, PlainText.lineOrEmpty(field, typed, TEXT));
            case YES_NO -> PlainText.lineOrEmpty(field, typed, TEXT).isEmpty() ? "" : "yes";
        };
        if (required && value.isEmpty()) {
            throw new Invalid(field, Reason.of("invalid.empty"));
        }
        return value;
    }

    private static String date(String field, String typed) {
        try {
            return typed.isEmpty() ? "" : LocalDate.parse(typed).toString();
        } catch (DateTimeParseException none) {
            throw new Invalid(field, Reason.of("waiting.invalid.date"));
        }
    }

    private static String number(String field, String typed) {
        if (!typed.matches("(-?[0-9]{1,15}([.,][0-9]{1,6})?)?")) {
            throw new Invalid(field, Reason.of("waiting.invalid.number"));
        }
        return typed;
    }
}
