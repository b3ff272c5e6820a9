package org.careroom.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times and days as the demonstration's files write them, counted from the moment of the first start. */
record Past(Instant now, ZoneId zone) {

    /** {@code -3d 07:40}: three days before today, at 07:40 on the hospital's clocks. */
    private static final Pattern DAY = Pattern.compile("-(\\d+)d (\\d\\d:\\d\\d)");

    /** {@code -2h10m}, {@code -3h}, {@code -25m}: so long before now. */
    private static final Pattern AGO = Pattern.compile("-(?:(\\d+)h)?(?:(\\d+)m)?");

    /** In a text: <code>{+2d}</code>, the day after tomorrow as "Thu 26 Nov"; <code>{+5h}</code>, the half-hour in five hours as "18:30". */
    private static final Pattern NAMED = Pattern.compile("\\{([+-]\\d+)([dh])}");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    Instant time(String written) {
        Matcher day = DAY.matcher(written);
        if (day.matches()) {
            LocalDate date = today().minusDays(Long.parseLong(day.group(1)));
            return date.atTime(LocalTime.parse(day.group(2))).atZone(zone).toInstant();
        }
        Matcher ago = AGO.matcher(written);
        if (ago.matches() && written.length() > 1) {
            return now.minusSeconds(3600 * number(ago.group(1)) + 60 * number(ago.group(2)));
        }
        throw new IllegalArgumentException("not a time of the demonstration: " + written);
    }

    /** The text with its days and times named. */
    String words(String text) {
        return NAMED.matcher(text)
                .replaceAll(named ->
                        named(Long.parseLong(named.group(1)), named.group(2).equals("d")));
    }

    private String named(long distance, boolean days) {
        if (days) {
            return DATE.format(today().plusDays(distance));
        }
        LocalTime time = LocalTime.ofInstant(now, zone).plusHours(distance);
        return time.truncatedTo(ChronoUnit.HOURS)
                .plusMinutes(time.getMinute() < 30 ? 0 : 30)
                .toString();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
