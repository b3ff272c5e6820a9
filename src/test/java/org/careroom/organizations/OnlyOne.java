package org.careroom.organizations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A module for tests that knows a duty of which somebody is the only one. */
@Component
class OnlyOne implements SoleDuties {

    private final Map<PersonId, PersonId> holders = new HashMap<>();

    void let(Person person) {
        holders.put(person.id(), person.id());
    }

    @Nullable
    PersonId holderAfter(Person person) {
        return holders.get(person.id());
    }

    @Override
    public List<Duty> of(OrganizationId organization, PersonId person) {
        return person.equals(holders.get(person)) ? List.of(new Duty(Reason.of("module.rooms"))) : List.of();
    }

    @Override
    public void handOver(OrganizationId organization, PersonId from, PersonId to, Person by) {
        holders.replace(from, to);
    }
}
