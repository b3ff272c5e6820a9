package org.careroom.cases;

import org.careroom.messaging.RoomId;
import org.careroom.people.Initials;

/**
 * A follower group of a case.
 *
 * @param people how many follow by it, {@code invited} how many were asked and have not accepted
 * @param gets how many fields it was given
 * @param joined whether the reader is in its room
 * @param unread how many messages of its room the reader has not read
 */
public record GroupView(
        GroupId id,
        RoomId room,
        String name,
        long people,
        long invited,
        long gets,
        boolean mayEdit,
        boolean joined,
        long unread) {

    public String initials() {
        return Initials.of(name);
    }
}
