package org.careroom.organizations;

import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.careroom.people.Accounts;
import org.careroom.people.Password;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;

/** Makes organizations and people for tests; each call makes new ones, so that tests do not meet each other's. */
@Component
public class Staff {

    /** What every account made here signs in with. */
    public static final String PASSWORD = "correct-horse-battery";

    private final Organizations organizations;
    private final Members members;
    private final Accounts accounts;
    private final People people;
    private final MemberRepository memberships;
    private final Password password;

    Staff(
            Organizations organizations,
            Members members,
            Accounts accounts,
            People people,
            MemberRepository memberships) {
        this.organizations = organizations;
        this.members = members;
        this.accounts = accounts;
        this.people = people;
        this.memberships = memberships;
        this.password = accounts.hashed(PASSWORD);
    }

    public OrganizationId organization(Plan plan) {
        return organizations.found("Organization " + UUID.randomUUID(), plan);
    }

    /** A staff account without any organization. */
    public Person person(String name) {
        return account(name, Person.Kind.STAFF);
    }

    public Person client(String name) {
        return account(name, Person.Kind.CLIENT);
    }

    public Person member(OrganizationId organization, String name, Permission... permissions) {
        return enrolled(organization, name, Level.MEMBER, permissions);
    }

    public Person admin(OrganizationId organization, String name, Permission... permissions) {
        return enrolled(organization, name, Level.ADMIN, permissions);
    }

    /** Lets somebody who has an account be a member of an organization. */
    public void enroll(OrganizationId organization, Person person) {
        members.enroll(organization, person.id(), Level.MEMBER, "Surgeon", Set.of());
    }

    /** Somebody who has asked to join the organization and waits. */
    public Person pending(OrganizationId organization, String name) {
        Person person = person(name);
        members.waiting(organization, person.id());
        return person;
    }

    /** A staff account that looks after the installation, without any organization. */
    public Person operator(String name) {
        Person person = person(name);
        accounts.makeOperator(person.id());
        return again(person);
    }

    /** The person as the account says now. */
    public Person again(Person person) {
        return people.person(person.id());
    }

    /** Which membership the person has in the organization. */
    public MemberId id(OrganizationId organization, Person person) {
        return memberships
                .findByOrganizationIdAndPersonId(
                        organization.value(), person.id().value())
                .orElseThrow()
                .id();
    }

    public Membership membership(Person person, OrganizationId organization) {
        return members.of(person.id()).stream()
                .filter(member -> member.organization().equals(organization))
                .findFirst()
                .orElseThrow();
    }

    private Person enrolled(OrganizationId organization, String name, Level level, Permission... permissions) {
        Person person = person(name);
        Set<Permission> switchedOn = EnumSet.noneOf(Permission.class);
        switchedOn.addAll(List.of(permissions));
        members.enroll(organization, person.id(), level, "Surgeon", switchedOn);
        return person;
    }

    private Person account(String name, Person.Kind kind) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
        String email = letters.substring(0, Math.min(letters.length(), 20)) + "." + UUID.randomUUID() + "@example.org";
        PersonId id = accounts.open(email, name, kind, Locale.ENGLISH, ZoneOffset.UTC, password);
        return people.person(id);
    }
}
