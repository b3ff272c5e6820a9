package org.careroom.messaging;

import java.time.Instant;
import java.util.UUID;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in the log.
 *
 * @param sequence its number in its room: 1, 2, 3 …; 0 before it is stored
 * @param changed the number of its latest edit or deletion in its room; 0 when there was none
 * @param onBehalf in whose name it was written, or null for the author's own
 * @param quoted what stands now in the message that it answers, or null
 */
record StoredMessage(
        RoomId room,
        long sequence,
        UUID id,
        PersonId author,
        UUID clientKey,
        MessageKind kind,
        String body,
        @Nullable MessageDetails details,
        Instant sentAt,
        long changed,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable OnBehalf onBehalf,
        @Nullable Quoted quoted) {

    /** The message that another one answers. */
    record Quoted(long sequence, PersonId author, @Nullable OnBehalf onBehalf, String body, boolean deleted) {}

    /** The same message with the number that it was stored under. */
    StoredMessage numbered(long number) {
        return new StoredMessage(
                room, number, id, author, clientKey, kind, body, details, sentAt, changed, editedAt, deletedAt,
                onBehalf, quoted);
    }

    /** What another message shows of this one when it answers it. */
    Quoted asQuoted() {
        return new Quoted(sequence, author, onBehalf, body, deleted());
    }

    boolean deleted() {
        return deletedAt != null;
    }
}
