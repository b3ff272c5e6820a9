package org.careroom.generalrooms;

import java.util.UUID;
import org.careroom.people.PersonId;

/** Two people in the order in which PostgreSQL sorts their ids, so that they are one pair whoever asks. */
record Pair(UUID low, UUID high) {

    static Pair of(PersonId one, PersonId other) {
        // By their text, as UUID.compareTo compares signed numbers and PostgreSQL unsigned bytes.
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        return inOrder ? new Pair(one.value(), other.value()) : new Pair(other.value(), one.value());
    }
}
