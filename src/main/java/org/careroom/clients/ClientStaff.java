package org.careroom.clients;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.EmailAddress;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.springframework.stereotype.Component;

/** Whom a form names by their e-mail addresses as provider and care team: active members, who are held. */
@Component
class ClientStaff {

    private final Members members;
    private final People people;

    ClientStaff(Members members, People people) {
        this.members = members;
        this.people = people;
    }

    /** @throws Invalid at {@code provider} when this is no active member's address */
    PersonId provider(OrganizationId organization, String typed) {
        String email = EmailAddress.normalized(typed);
        PersonId found = active(organization, List.of(email)).get(email);
        if (found == null) {
            throw new Invalid("provider", Reason.of("client.provider.unknown"));
        }
        return found;
    }

    /** @throws Invalid at {@code careTeam} when one of these is no active member's address */
    Set<PersonId> careTeam(OrganizationId organization, Collection<String> typed) {
        Map<String, PersonId> known = active(organization, typed);
        Set<PersonId> careTeam = new LinkedHashSet<>();
        for (String one : typed) {
            PersonId person = known.get(EmailAddress.normalized(one));
            if (person == null) {
                throw new Invalid("careTeam", Reason.of("client.care-team.unknown", one));
            }
            careTeam.add(person);
        }
        return careTeam;
    }

    /** The active members with these addresses, by their addresses; others are left out. */
    Map<String, PersonId> active(OrganizationId organization, Collection<String> emails) {
        Map<PersonId, Person> found =
                people.findByEmails(emails).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        Set<PersonId> active = members.active(organization, found.keySet());
        return found.values().stream()
                .filter(person -> active.contains(person.id()))
                .collect(Collectors.toMap(Person::email, Person::id));
    }
}
