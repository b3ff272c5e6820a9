package org.careroom.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.careroom.people.Initials;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A message as pages show it: the same for every reader.
 *
 * @param sequence its number in its room
 * @param clientKey the sender's own key, by which the page that sent it knows it again
 * @param authorName the author's name as it is now; of one written on behalf as it was then
 * @param onBehalf in whose name it was written, or null for the author's own
 * @param segments its text in pieces; empty when deleted
 * @param event what an event tells ({@code room.event.<event>}), with {@code names} as its arguments; null for a text
 * @param update what an update tells, or null
 * @param changed the number of its latest edit or deletion; 0 when there was none
 */
public record MessageView(
        RoomId room,
        long sequence,
        UUID id,
        UUID clientKey,
        PersonId author,
        String authorName,
        @Nullable OnBehalf onBehalf,
        MessageKind kind,
        String body,
        List<Segment> segments,
        @Nullable String event,
        List<String> names,
        @Nullable Update update,
        Instant sentAt,
        long changed,
        @Nullable Instant editedAt,
        boolean deleted,
        @Nullable QuoteView quote) {

    private static final DateTimeFormatter IN_UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The message that this one answers, as it stands now; a deleted one has an empty line. */
    public record QuoteView(
            long sequence, String authorName, @Nullable OnBehalf onBehalf, String line, boolean deleted) {}

    /** When it was sent, for a page whose scripts do not put it into the reader's zone: {@code 2026-11-22 14:05 UTC}. */
    public String sentAtInUtc() {
        return IN_UTC.format(sentAt);
    }

    public String authorInitials() {
        return Initials.of(authorName);
    }

    /** The text on one line, cut to what a list shows. */
    public String line() {
        return Line.of(body);
    }
}
