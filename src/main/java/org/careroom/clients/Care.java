package org.careroom.clients;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.people.PersonId;
import org.careroom.shared.Digest;

/**
 * Who looks after a client.
 *
 * @param careTeam the others; never the provider
 */
record Care(PersonId provider, Set<PersonId> careTeam) {

    static Care of(PersonId provider, Set<PersonId> chosen) {
        Set<PersonId> careTeam = new HashSet<>(chosen);
        careTeam.remove(provider);
        return new Care(provider, careTeam);
    }

    /** By which a form knows what its person saw. */
    String digest() {
        return Digest.of(
                provider + careTeam.stream().map(PersonId::toString).sorted().collect(Collectors.joining()));
    }
}
