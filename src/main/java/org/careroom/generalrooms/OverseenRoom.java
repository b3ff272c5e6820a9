package org.careroom.generalrooms;

import java.util.List;
import org.careroom.messaging.RoomId;
import org.careroom.people.PersonId;

/**
 * A group room as an admin of its organization sees it: its name and people, never a message.
 *
 * @param people who is in it; empty in lists
 * @param count how many are in it
 */
public record OverseenRoom(
        RoomId id, String name, boolean open, String organizationName, long count, List<OverseenPerson> people) {

    /** Somebody in the room. */
    public record OverseenPerson(PersonId id, String name, boolean manager, boolean outside) {}
}
