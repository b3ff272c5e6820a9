package org.careroom.demonstration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careroom.clients.ClientId;
import org.careroom.organizations.TeamId;
import org.careroom.people.Person;
import org.careroom.people.PersonId;

/**
 * The demonstration's people and teams once they are there, under the words by which the files call them.
 *
 * @param clients those of the people who are clients, and clients without an account
 * @param offered the people whose accounts the sign-in page offers
 */
record Ensemble(
        Map<String, Person> people, Map<String, TeamId> teams, Map<String, ClientId> clients, Set<PersonId> offered) {

    Person person(String word) {
        return Optional.ofNullable(people.get(word))
                .orElseThrow(() -> new IllegalArgumentException("nobody is called " + word));
    }

    /** The addresses of people; somebody without an account is called by the address. */
    List<String> emails(Collection<String> words) {
        return words.stream()
                .map(word -> word.contains("@") ? word : person(word).email())
                .toList();
    }

    List<TeamId> teams(Collection<String> names) {
        return names.stream()
                .map(name -> Optional.ofNullable(teams.get(name))
                        .orElseThrow(() -> new IllegalArgumentException("no team is called " + name)))
                .toList();
    }
}
