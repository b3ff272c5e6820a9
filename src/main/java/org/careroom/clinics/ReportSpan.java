package org.careroom.clinics;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The days that a report is about; a day is the clinic's own.
 *
 * @param from the first
 * @param to the last
 */
public record ReportSpan(LocalDate from, LocalDate to) {

    /** The longest, in days: a year. */
    static final int LONGEST = 366;

    /** Until the day, and the 29 before it. */
    public static ReportSpan endingOn(LocalDate day) {
        return new ReportSpan(day.minusDays(29), day);
    }

    /** @throws Invalid at {@code from} or {@code to} when it is no date, when they end before they begin, or go over a year */
    public static ReportSpan of(@Nullable String from, @Nullable String to) {
        Checked<LocalDate> first = Checked.of(() -> date("from", from));
        Checked<LocalDate> last = Checked.of(() -> date("to", to));
        Checked.all(first, last);
        ReportSpan span = new ReportSpan(first.get(), last.get());
        if (span.days() < 1) {
            throw new Invalid("to", Reason.of("reports.invalid.order"));
        }
        if (span.days() > LONGEST) {
            throw new Invalid("to", Reason.of("reports.invalid.long"));
        }
        return span;
    }

    private long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    private static LocalDate date(String field, @Nullable String typed) {
        try {
            LocalDate date = LocalDate.parse(typed == null ? "" : typed.strip());
            if (date.getYear() < 2000 || date.getYear() > 2999) {
                throw new Invalid(field, Reason.of("reports.invalid.date"));
            }
            return date;
        } catch (DateTimeParseException none) {
            throw new Invalid(field, Reason.of("reports.invalid.date"));
        }
    }
}
