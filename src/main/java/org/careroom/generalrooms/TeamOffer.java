package org.careroom.generalrooms;

import java.util.List;
import org.careroom.organizations.TeamId;
import org.careroom.people.Person;

/**
 * What a team's change offers to a room that took the team's people.
 *
 * @param name the team's
 * @param added who is in the team now, and not in the room
 * @param removed who is no longer in the team, and still in the room
 */
public record TeamOffer(TeamId team, String name, List<Person> added, List<Person> removed) {

    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }
}
