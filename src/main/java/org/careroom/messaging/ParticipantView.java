package org.careroom.messaging;

import org.careroom.people.Initials;
import org.careroom.people.PersonId;

/**
 * A person in a room, as its panel shows them.
 *
 * @param present whether they have the room open at this moment
 */
public record ParticipantView(
        PersonId id,
        String name,
        String email,
        Participant.State state,
        boolean manager,
        boolean outside,
        boolean present) {

    public String initials() {
        return Initials.of(name);
    }
}
