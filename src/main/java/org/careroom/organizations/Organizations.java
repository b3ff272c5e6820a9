package org.careroom.organizations;

import java.time.Clock;
import java.util.List;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organizations of this installation. */
@Service
@Transactional
public class Organizations {

    private final OrganizationRepository organizations;
    private final Clock clock;

    Organizations(OrganizationRepository organizations, Clock clock) {
        this.organizations = organizations;
        this.clock = clock;
    }

    /** The organization behind an id. It asks no rule, so it is for modules, not for pages. */
    @Transactional(readOnly = true)
    public Organization organization(OrganizationId id) {
        return organizations.findById(id.value()).map(OrganizationEntity::view).orElseThrow(NotFound::new);
    }

    /** Makes an organization without anybody in it. It asks no rule: for a first start, the operator's page and the demonstration. */
    public OrganizationId found(String name, Plan plan) {
        OrganizationId id = new OrganizationId(Id.next());
        String checked = PlainText.line("name", name, PlainText.NAME);
        organizations.saveAndFlush(new OrganizationEntity(id, checked, plan, clock.instant()));
        return id;
    }

    /** All of them, for the operator alone. */
    @Transactional(readOnly = true)
    List<OrganizationEntity> all(Person who) {
        requireOperator(who);
        return organizations.findAllByOrderByNameAscIdAsc();
    }

    static void requireOperator(Person who) {
        if (!who.operator()) {
            throw new NotFound();
        }
    }
}
