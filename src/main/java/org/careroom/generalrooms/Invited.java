package org.careroom.generalrooms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.Teams;
import org.careroom.people.EmailAddress;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who is meant by e-mail addresses and teams, and who of them comes from outside an organization. */
@Component
class Invited {

    private final People people;
    private final Members members;
    private final Teams teams;

    Invited(People people, Members members, Teams teams) {
        this.people = people;
        this.members = members;
        this.teams = teams;
    }

    /**
     * Who is meant.
     *
     * @param inside active members of the organization, who are in the room at once
     * @param outside persons with an account who must accept first
     * @param strangers addresses without an account
     */
    record Guests(List<Person> inside, List<Person> outside, List<String> strangers) {

        int size() {
            return inside.size() + outside.size() + strangers.size();
        }
    }

    /**
     * Everybody but who is asking.
     *
     * @throws Invalid at {@code people} when an address is none, or a client's
     */
    Guests find(Person who, @Nullable OrganizationId organization, List<String> typed, List<TeamId> teamIds) {
        Set<String> addresses = addresses(typed);
        addresses.remove(who.email());
        Map<PersonId, Person> found = new LinkedHashMap<>();
        people.findByEmails(addresses).forEach(person -> found.put(person.id(), person));
        List<String> strangers = new ArrayList<>(addresses);
        found.values().forEach(person -> strangers.remove(person.email()));
        people.named(teams.people(who, teamIds)).forEach(found::putIfAbsent);
        found.remove(who.id());
        refuseClients(found);
        Set<PersonId> inside = organization == null ? Set.of() : members.lockActive(organization, found.keySet());
        return new Guests(
                found.values().stream().filter(p -> inside.contains(p.id())).toList(),
                found.values().stream().filter(p -> !inside.contains(p.id())).toList(),
                strangers);
    }

    private static Set<String> addresses(List<String> typed) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String several : typed) {
            for (String one : several.split("[,;\\s]+")) {
                if (!one.isBlank()) {
                    addresses.add(EmailAddress.checked("people", one));
                }
            }
        }
        return addresses;
    }

    private static void refuseClients(Map<PersonId, Person> found) {
        found.values().stream().filter(person -> !person.isStaff()).findFirst().ifPresent(client -> {
            throw new Invalid("people", Reason.of("general.people.client", client.email()));
        });
    }
}
