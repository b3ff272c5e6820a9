package org.careroom.messaging;

import java.util.List;
import org.careroom.people.IssuedInvitation;

/**
 * A room to which people were added.
 *
 * @param invited the links for those who are asked by one; they can be told only now
 */
public record PeopleAdded(RoomId room, List<IssuedInvitation> invited) {

    /** Whether there is something to hand over. */
    public boolean hasLinks() {
        return !invited.isEmpty();
    }
}
