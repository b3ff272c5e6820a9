package org.careroom.organizations;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.careroom.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to which organization, for the modules above; what an admin changes about it is in the settings. */
@Service
@Transactional(readOnly = true)
public class Members {

    private static final int OFFERED = 200;

    private final MemberRepository members;
    private final OrganizationRepository organizations;
    private final ColleagueSearch search;
    private final JdbcClient jdbc;
    private final Clock clock;

    Members(
            MemberRepository members,
            OrganizationRepository organizations,
            ColleagueSearch search,
            JdbcClient jdbc,
            Clock clock) {
        this.members = members;
        this.organizations = organizations;
        this.search = search;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All memberships of a person, pending and deactivated ones too, by the organization's name. */
    public List<Membership> of(PersonId person) {
        List<Member> found = members.findByPersonId(person.value());
        Map<OrganizationId, OrganizationEntity> named =
                organizations
                        .findByIdIn(found.stream()
                                .map(member -> member.organization().value())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(OrganizationEntity::id, Function.identity()));
        return found.stream()
                .map(member -> view(Objects.requireNonNull(named.get(member.organization())), member, person))
                .sorted(Comparator.comparing(Membership::organizationName))
                .toList();
    }

    /** What the person is where they are most: active before waiting before put out; empty when no organization has them. */
    public Optional<Status> standing(PersonId person) {
        Set<Status> found = members.findByPersonId(person.value()).stream()
                .map(Member::status)
                .collect(Collectors.toSet());
        return Stream.of(Status.ACTIVE, Status.PENDING, Status.DEACTIVATED)
                .filter(found::contains)
                .findFirst();
    }

    public boolean isActive(PersonId person, OrganizationId organization) {
        return active(organization, List.of(person)).contains(person);
    }

    /** Whether the person is an active member of the organization and may do what the permission allows. */
    public boolean may(PersonId person, OrganizationId organization, Permission permission) {
        return members.findByOrganizationIdAndPersonId(organization.value(), person.value()).stream()
                .anyMatch(member -> member.status() == Status.ACTIVE
                        && (member.permissions().contains(permission)
                                || member.level() == Level.ADMIN && permission.comesWithAdmin()));
    }

    /** The active members for whom a permission is switched on. */
    public Set<PersonId> holding(OrganizationId organization, Permission permission) {
        return ids(jdbc.sql("""
                        select person_id from member where organization_id = :organization and status = 'ACTIVE'
                        and :permission = any(permissions)""").param("organization", organization.value()).param("permission", permission.name()));
    }

    /** Those of the persons who are active members of the organization. */
    public Set<PersonId> active(OrganizationId organization, Collection<PersonId> persons) {
        return persons.isEmpty()
                ? Set.of()
                : ids(jdbc.sql("""
                                select person_id from member where organization_id = :organization
                                and person_id in (:persons) and status = 'ACTIVE'""")
                        .param("organization", organization.value())
                        .param("persons", persons.stream().map(PersonId::value).toList()));
    }

    /** Those of the persons whom an admin of the organization has not let in yet, or has put out. */
    public Set<PersonId> keptOut(OrganizationId organization, Collection<PersonId> persons) {
        return persons.isEmpty()
                ? Set.of()
                : ids(jdbc.sql("""
                                select person_id from member where organization_id = :organization
                                and person_id in (:persons) and status in ('PENDING', 'DEACTIVATED')""")
                        .param("organization", organization.value())
                        .param("persons", persons.stream().map(PersonId::value).toList()));
    }

    /** Those of the persons who are active members of any organization, so that an admin knows who they are. */
    public Set<PersonId> activeAnywhere(Collection<PersonId> persons) {
        return persons.isEmpty()
                ? Set.of()
                : ids(jdbc.sql(
                                "select distinct person_id from member where person_id in (:persons) and status = 'ACTIVE'")
                        .param("persons", persons.stream().map(PersonId::value).toList()));
    }

    private static Set<PersonId> ids(JdbcClient.StatementSpec found) {
        return found.query(UUID.class).list().stream().map(PersonId::new).collect(Collectors.toSet());
    }

    /**
     * Until the end of the caller's transaction nobody becomes an active member of the organization or ceases to be one: what
     * an admin changes waits. Called before a room is locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(OrganizationId organization) {
        jdbc.sql("select id from organization where id = ? for share")
                .param(organization.value())
                .query(UUID.class)
                .list();
    }

    /** What the persons do in the organization: the job role of those who are active members and have one. */
    public Map<PersonId, String> jobRoles(OrganizationId organization, Collection<PersonId> persons) {
        Map<PersonId, String> roles = new LinkedHashMap<>();
        if (!persons.isEmpty()) {
            jdbc.sql("""
                    select person_id, job_role from member where organization_id = :organization
                    and person_id in (:persons) and status = 'ACTIVE' and job_role <> ''""")
                    .param("organization", organization.value())
                    .param("persons", persons.stream().map(PersonId::value).toList())
                    .query(row -> {
                        roles.put(new PersonId(row.getObject("person_id", UUID.class)), row.getString("job_role"));
                    });
        }
        return roles;
    }

    /**
     * Colleagues of who is asking, over all organizations where they are an active member themselves, by name: at most
     * {@value #OFFERED}, so many as one can choose from; in a larger organization the others are found by their names.
     *
     * @param query words of which each has to begin a word of the name or the e-mail address; blank finds all
     */
    public Slice<Colleague> colleagues(Person who, String query) {
        return colleagues(who, query, OFFERED);
    }

    Slice<Colleague> colleagues(Person who, String query, int limit) {
        return search.colleagues(who.id(), query, limit);
    }

    /**
     * All colleagues in one organization, also those who are one in another too, by name.
     *
     * @throws NotFound unless who is asking is an active member of it
     */
    public List<Colleague> colleaguesIn(Person who, OrganizationId organization) {
        if (!isActive(who.id(), organization)) {
            throw new NotFound();
        }
        return search.colleaguesIn(organization, who.id());
    }

    /** Makes somebody an active member. It asks no rule: for a first start and the demonstration, not for pages. */
    @Transactional
    public MemberId enroll(
            OrganizationId organization, PersonId person, Level level, String jobRole, Set<Permission> permissions) {
        Member member = Member.pending(organization, person, clock.instant());
        member.activate(person, clock.instant());
        member.become(level);
        member.workAs(jobRole);
        member.permit(permissions);
        return members.saveAndFlush(member).id();
    }

    /** Lets somebody wait for an admin's approval. It asks no rule: for the demonstration, not for pages. */
    @Transactional
    public MemberId waiting(OrganizationId organization, PersonId person) {
        return members.saveAndFlush(Member.pending(organization, person, clock.instant()))
                .id();
    }

    static Membership view(OrganizationEntity organization, Member member, PersonId person) {
        return new Membership(
                organization.id(),
                organization.name(),
                organization.plan(),
                person,
                member.level(),
                member.status(),
                member.jobRole(),
                member.permissions());
    }
}
