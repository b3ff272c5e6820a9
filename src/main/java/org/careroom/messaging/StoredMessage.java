package org.careroom.messaging;

import java.time.Instant;
import java.util.UUID;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in the log.
 *
 * @param sequence its number in its room: 1, 2, 3 …
 * @param changed the number of its latest edit or deletion in its room; 0 when there was none
 * @param quotes the number of the message that it answers
 * @param quoted what stands in that message now
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
        @Nullable Quoted quoted) {

    /** The message that another one answers. */
    record Quoted(long sequence, PersonId author, String body, boolean deleted) {}

    boolean deleted() {
        return deletedAt != null;
    }
}
