package org.careroom.organizations;

import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door to what only an active admin of an organization may see or change; to everybody else it is not there. */
@Component
class Admins {

    private final OrganizationRepository organizations;
    private final MemberRepository members;
    private final JdbcClient jdbc;

    Admins(OrganizationRepository organizations, MemberRepository members, JdbcClient jdbc) {
        this.organizations = organizations;
        this.members = members;
        this.jdbc = jdbc;
    }

    /** @throws NotFound unless the person is an active admin of it */
    OrganizationEntity organization(Person who, OrganizationId id) {
        requireAdmin(who, id);
        return organizations.findById(id.value()).orElseThrow(NotFound::new);
    }

    /** Like {@link #organization}, and changes of memberships of it wait for each other until the transaction ends. */
    OrganizationEntity lock(Person who, OrganizationId id) {
        OrganizationEntity organization = organizations.lock(id.value()).orElseThrow(NotFound::new);
        requireAdmin(who, id);
        return organization;
    }

    /** @throws NotFound unless the person is an active admin of the member's organization */
    Member member(Person who, MemberId id) {
        requireAdmin(who, organizationOf(id));
        return members.findById(id.value()).orElseThrow(NotFound::new);
    }

    /** Like {@link #member}, as {@link #lock} has it: the member and who is an admin are read after the others are done. */
    Member lock(Person who, MemberId id) {
        lock(who, organizationOf(id));
        return members.findById(id.value()).orElseThrow(NotFound::new);
    }

    /** Writes it now, before an event tells those who ask the database. */
    void store(Member member) {
        members.saveAndFlush(member);
    }

    /** The member as the rules see them. */
    MemberRules.Facts facts(Person who, Member member) {
        PersonId person = member.person();
        boolean lastAdmin = member.activeAdmin()
                && members.countByOrganizationIdAndLevelAndStatus(
                                member.organization().value(), Level.ADMIN, Status.ACTIVE)
                        == 1;
        boolean self = who.id().equals(person);
        return new MemberRules.Facts(member.status(), self, lastAdmin, person != null && isOthers(person));
    }

    private boolean isOthers(PersonId person) {
        return jdbc.sql("""
                        select (select count(*) from member where person_id = :person and status <> 'DEACTIVATED') > 1
                               or (select operator from account where id = :person)""")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    private void requireAdmin(Person who, OrganizationId organization) {
        members.findByOrganizationIdAndPersonId(organization.value(), who.id().value())
                .filter(Member::activeAdmin)
                .orElseThrow(NotFound::new);
    }

    private OrganizationId organizationOf(MemberId id) {
        return members.organizationOf(id.value()).map(OrganizationId::new).orElseThrow(NotFound::new);
    }
}
