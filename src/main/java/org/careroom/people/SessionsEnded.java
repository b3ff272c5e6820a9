package org.careroom.people;

import java.util.Set;

/** A person was signed out of these sessions; what they hold open ends too. Published in the transaction. */
public record SessionsEnded(PersonId person, Set<String> sessionIds) {

    /** Whether it was a guest, who has nothing else to come back by. */
    public boolean ofGuest() {
        return sessionIds.contains(Guest.signIn(person));
    }
}
