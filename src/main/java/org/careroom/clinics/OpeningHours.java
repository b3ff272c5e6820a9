package org.careroom.clinics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * When a waiting area is open, by weekday, in the clinic's own time.
 *
 * @param days the days on which it opens; on the others it is closed
 * @param zone the clinic's
 */
public record OpeningHours(Map<DayOfWeek, Day> days, ZoneId zone) {

    /** A whole day in minutes. */
    static final int MIDNIGHT = 1_440;

    /**
     * One day, in minutes since its midnight.
     *
     * @param opens the first minute
     * @param closes the first minute after it; {@value #MIDNIGHT} is the end of the day
     */
    public record Day(int opens, int closes) {

        /** Around the clock. */
        public static final Day WHOLE = new Day(0, MIDNIGHT);

        public Day {
            if (opens < 0 || closes > MIDNIGHT || opens >= closes) {
                throw new IllegalArgumentException("no opening hours: " + opens + " to " + closes);
            }
        }

        boolean holds(LocalTime time) {
            int minute = time.toSecondOfDay() / 60;
            return opens <= minute && minute < closes;
        }
    }

    boolean openAt(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        Day day = days.get(local.getDayOfWeek());
        return day != null && day.holds(local.toLocalTime());
    }

    /** When it opens next, looking a week ahead; empty when it does not. */
    Optional<Instant> opensAfter(Instant instant) {
        LocalDate today = instant.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead <= 7; ahead++) {
            LocalDate date = today.plusDays(ahead);
            Day day = days.get(date.getDayOfWeek());
            if (day != null) {
                Instant opens = at(date, day.opens());
                if (opens.isAfter(instant)) {
                    return Optional.of(opens);
                }
            }
        }
        return Optional.empty();
    }

    /** Until when it stays open, which may be days where it does not close at night; empty when it is closed, or never closes. */
    Optional<Instant> closesAfter(Instant instant) {
        if (!openAt(instant)) {
            return Optional.empty();
        }
        LocalDate date = instant.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead <= 7; ahead++) {
            Day day = days.get(date.getDayOfWeek());
            Day next = days.get(date.plusDays(1).getDayOfWeek());
            if (day != null && (day.closes() < MIDNIGHT || next == null || next.opens() > 0)) {
                return Optional.of(at(date, day.closes()));
            }
            date = date.plusDays(1);
        }
        return Optional.empty();
    }

    /** Summer time is minded: midnight plus so many minutes on the clock. */
    private Instant at(LocalDate date, int minute) {
        return minute == MIDNIGHT
                ? date.plusDays(1).atStartOfDay(zone).toInstant()
                : date.atTime(LocalTime.ofSecondOfDay(minute * 60L))
                        .atZone(zone)
                        .toInstant();
    }
}
