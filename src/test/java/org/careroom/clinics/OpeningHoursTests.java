package org.careroom.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opening hours are meant in the clinic's own time, also when its clocks are changed. */
class OpeningHoursTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Monday to Friday 08:00 to 17:30, Saturday until midnight; in 2026 the clocks go forward on Sunday 29 March. */
    private static OpeningHours week() {
        Map<DayOfWeek, OpeningHours.Day> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                days.put(day, new OpeningHours.Day(8 * 60, 17 * 60 + 30));
            }
        }
        days.put(DayOfWeek.SATURDAY, new OpeningHours.Day(20 * 60, OpeningHours.MIDNIGHT));
        return new OpeningHours(days, BERLIN);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-27T07:59, false, 2026-03-27T08:00, none
            2026-03-27T08:00, true,  2026-03-28T20:00, 2026-03-27T17:30
            2026-03-27T17:29, true,  2026-03-28T20:00, 2026-03-27T17:30
            2026-03-27T17:30, false, 2026-03-28T20:00, none
            2026-03-28T23:59, true,  2026-03-30T08:00, 2026-03-29T00:00
            2026-03-29T12:00, false, 2026-03-30T08:00, none
            """)
    void byTheClinicsClock(String at, boolean open, String opens, String closes) {
        Instant instant = instant(at);
        assertThat(week().openAt(instant)).isEqualTo(open);
        assertThat(week().opensAfter(instant)).contains(instant(opens));
        assertThat(week().closesAfter(instant))
                .isEqualTo("none".equals(closes) ? Optional.empty() : Optional.of(instant(closes)));
    }

    @Test
    void aroundTheClockNeverCloses() {
        Map<DayOfWeek, OpeningHours.Day> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, OpeningHours.Day.WHOLE);
        }
        OpeningHours hours = new OpeningHours(days, BERLIN);
        assertThat(hours.openAt(instant("2026-03-29T03:30"))).isTrue();
        assertThat(hours.closesAfter(instant("2026-03-29T03:30"))).isEmpty();
    }

    @Test
    void whoHasNoHoursNeverOpens() {
        OpeningHours never = new OpeningHours(Map.of(), BERLIN);
        assertThat(never.openAt(instant("2026-03-27T12:00"))).isFalse();
        assertThat(never.opensAfter(instant("2026-03-27T12:00"))).isEmpty();
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
