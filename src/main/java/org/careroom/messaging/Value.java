package org.careroom.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a field held, as messages and pages show it.
 *
 * @param text of a {@link Kind#MOMENT} the instant and of a {@link Kind#DATE} the day, as in ISO 8601; of {@link
 *     Kind#YES_NO} {@code true} or {@code false}; else the text itself. Empty when the field holds nothing.
 */
public record Value(Kind kind, String text) {

    private static final DateTimeFormatter IN_UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** How it is shown. */
    public enum Kind {
        TEXT,
        DATE,
        /** A point in time, which each reader sees in their own zone. */
        MOMENT,
        YES_NO
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The same as plain text, in no language; a moment in UTC. */
    public String plain() {
        if (isEmpty()) {
            return text;
        }
        return switch (kind) {
            case MOMENT -> IN_UTC.format(Instant.parse(text));
            case YES_NO -> Boolean.parseBoolean(text) ? "✓" : "✗";
            case TEXT, DATE -> text;
        };
    }
}
