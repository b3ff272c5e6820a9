package org.careroom.organizations;

import java.util.List;
import org.careroom.people.Person;

/**
 * What a team's change offers to a place that took the team's people.
 *
 * @param name the team's
 * @param added who is in the team now, and not in the place
 * @param removed who is no longer in the team, and still in the place
 */
public record TeamOffer(TeamId team, String name, List<Person> added, List<Person> removed) {

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }
}
