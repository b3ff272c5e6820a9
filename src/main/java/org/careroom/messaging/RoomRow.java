package org.careroom.messaging;

import java.time.Instant;
import org.careroom.people.Initials;
import org.jspecify.annotations.Nullable;

/**
 * A room in a person's list.
 *
 * @param name what the room is called for this person: a room of two is named after the other
 * @param context what it belongs to, such as the case of a follower room; empty where its name says it all
 * @param pair whether it is named after the people in it
 * @param unread how many messages they have not read
 * @param latest the room's latest message, or null before the first
 */
public record RoomRow(
        RoomId id,
        RoomKind kind,
        String name,
        String context,
        boolean pair,
        boolean open,
        long lastSequence,
        long unread,
        boolean muted,
        Instant lastActivity,
        @Nullable MessageView latest) {

    public String initials() {
        return Initials.of(name);
    }
}
