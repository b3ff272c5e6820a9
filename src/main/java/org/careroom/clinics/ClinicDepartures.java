package org.careroom.clinics;

import java.util.List;
import java.util.UUID;
import org.careroom.organizations.Duty;
import org.careroom.organizations.MemberDeactivated;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.SoleDuties;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to clinics when a member of the organization is deactivated: a clinic whose only administrator they are gets
 * another, and they and their user room leave all of them. In the transaction of the deactivation.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClinicDepartures implements SoleDuties {

    private static final String SOLE = """
            select c.id from clinic c join clinic_member m on m.clinic_id = c.id and m.role = 'ADMINISTRATOR'
            where c.organization_id = ? group by c.id having count(*) = 1 and bool_or(m.person_id = ?)""";

    private final ClinicRepository clinics;
    private final ClinicMembers members;
    private final RoomSettings rooms;
    private final WaitingNews news;
    private final JdbcClient jdbc;

    ClinicDepartures(
            ClinicRepository clinics, ClinicMembers members, RoomSettings rooms, WaitingNews news, JdbcClient jdbc) {
        this.clinics = clinics;
        this.members = members;
        this.rooms = rooms;
        this.news = news;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> of(OrganizationId organization, PersonId person) {
        return sole(organization, person).stream()
                .map(clinic -> new Duty(Reason.of("clinic.duty", clinic.name())))
                .toList();
    }

    @Override
    public void handOver(OrganizationId organization, PersonId from, PersonId to, Person by) {
        sole(organization, from).forEach(clinic -> members.set(clinic, to, ClinicRole.ADMINISTRATOR));
    }

    @EventListener
    void on(MemberDeactivated deactivated) {
        if (!sole(deactivated.organization(), deactivated.person()).isEmpty()) {
            throw new Invalid("successor", Reason.of("member.successor.needed"));
        }
        clinics.findByOrganizationIdOrderByName(deactivated.organization().value())
                .forEach(clinic -> {
                    rooms.removeOf(clinic.id(), deactivated.person());
                    members.remove(clinic.id(), deactivated.person());
                    news.left(clinic.id(), deactivated.person());
                });
    }

    private List<ClinicEntity> sole(OrganizationId organization, PersonId person) {
        return jdbc.sql(SOLE).params(organization.value(), person.value()).query(UUID.class).list().stream()
                .map(id -> clinics.findById(id).orElseThrow())
                .toList();
    }
}
