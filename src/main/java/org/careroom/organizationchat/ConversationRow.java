package org.careroom.organizationchat;

import java.time.Instant;
import org.careroom.messaging.MessageView;
import org.careroom.messaging.RoomId;
import org.careroom.people.Initials;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a list.
 *
 * @param name its subject, or the names of the others in it
 * @param owner whose it is, and {@code ownerName} what they are called
 * @param community whether several clients see each other in it
 * @param lastSequence the number of its latest message
 * @param unread how many messages the reader has not read; in the Organization view, the owner
 * @param muted whether the reader has silenced it
 * @param awaitingSince since when a client waits for an answer, or null
 * @param claimedBy the name of who sees to it, or null; to staff only
 * @param answeredBy the name of who answered for the owner since they last looked, for the owner; else null
 * @param lastActivity when its latest message was sent
 * @param latest its latest message, or null before the first
 */
public record ConversationRow(
        RoomId id,
        String name,
        PersonId owner,
        String ownerName,
        boolean community,
        boolean open,
        long lastSequence,
        long unread,
        boolean muted,
        @Nullable Instant awaitingSince,
        @Nullable String claimedBy,
        @Nullable String answeredBy,
        Instant lastActivity,
        @Nullable MessageView latest) {

    public String initials() {
        return Initials.of(name);
    }
}
