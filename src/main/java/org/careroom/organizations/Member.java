package org.careroom.organizations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody's membership through its life: invited or pending, active, deactivated and active again, never deleted. */
@Entity
@Table(name = "member")
class Member {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID organizationId;

    private @Nullable UUID personId;

    private @Nullable String invitedEmail;

    private @Nullable String invitedName;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Level level = Level.MEMBER;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Status status;

    @Column(nullable = false)
    private String jobRole = "";

    @Column(nullable = false)
    private String[] permissions = {};

    @Column(nullable = false)
    private Instant since;

    @Column(nullable = false)
    private Instant changedAt;

    private @Nullable UUID changedBy;

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    private Member(OrganizationId organization, Status status, Instant now) {
        this.id = org.careroom.shared.Id.next();
        this.organizationId = organization.value();
        this.status = status;
        this.since = now;
        this.changedAt = now;
    }

    /** Somebody asked to join, and sees nothing until an admin approves (product 1). */
    static Member pending(OrganizationId organization, PersonId person, Instant now) {
        Member member = new Member(organization, Status.PENDING, now);
        member.personId = person.value();
        return member;
    }

    static Member invited(OrganizationId organization, String email, String name, Instant now) {
        Member member = new Member(organization, Status.INVITED, now);
        member.invitedEmail = email;
        member.invitedName = name;
        return member;
    }

    /** An invited or pending person becomes an active member. */
    void activate(PersonId person, Instant now) {
        require(status == Status.INVITED || status == Status.PENDING);
        this.personId = person.value();
        this.status = Status.ACTIVE;
        this.since = now;
    }

    void deactivate(Instant now) {
        require(status == Status.ACTIVE);
        this.status = Status.DEACTIVATED;
        this.since = now;
    }

    void reactivate(Instant now) {
        require(status == Status.DEACTIVATED);
        this.status = Status.ACTIVE;
        this.since = now;
    }

    /** Gets what an invitation promised that was meant for the same person. */
    void takeOver(Member invited) {
        become(invited.level());
        workAs(invited.jobRole());
        permit(invited.permissions());
    }

    void become(Level level) {
        this.level = level;
    }

    void workAs(String jobRole) {
        this.jobRole = jobRole;
    }

    /** Turns on exactly these; never Organization Chat without what it needs (product 1). */
    void permit(Set<Permission> switchedOn) {
        switchedOn.forEach(permission -> require(switchedOn.containsAll(permission.prerequisites())));
        this.permissions = switchedOn.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    void changed(@Nullable PersonId by, Instant now) {
        this.changedBy = by == null ? null : by.value();
        this.changedAt = now;
    }

    /** The rules have refused this already with a reason to tell; here it is only made impossible. */
    private static void require(boolean possible) {
        if (!possible) {
            throw new IllegalStateException("a membership cannot change so");
        }
    }

    MemberId id() {
        return new MemberId(id);
    }

    OrganizationId organization() {
        return new OrganizationId(organizationId);
    }

    @Nullable
    PersonId person() {
        return personId == null ? null : new PersonId(personId);
    }

    @Nullable
    String invitedEmail() {
        return invitedEmail;
    }

    @Nullable
    String invitedName() {
        return invitedName;
    }

    Level level() {
        return level;
    }

    Status status() {
        return status;
    }

    boolean activeAdmin() {
        return status == Status.ACTIVE && level == Level.ADMIN;
    }

    String jobRole() {
        return jobRole;
    }

    Set<Permission> permissions() {
        Set<Permission> set = EnumSet.noneOf(Permission.class);
        Arrays.stream(permissions).map(Permission::valueOf).forEach(set::add);
        return Collections.unmodifiableSet(set);
    }

    Instant since() {
        return since;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    PersonId changedBy() {
        return changedBy == null ? null : new PersonId(changedBy);
    }
}
