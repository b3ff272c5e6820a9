package org.careroom.organizations;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.people.PersonId;

/** A named list of people of one organization: shared with all of it, or its owner's own. */
@Entity
@Table(name = "team")
class TeamEntity {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID organizationId;

    @Column(nullable = false)
    private UUID ownerId;

    @Column(nullable = false)
    private String name;

    private boolean shared;

    @Column(nullable = false)
    private Instant changedAt;

    @Column(nullable = false)
    private UUID changedBy;

    @ElementCollection
    @CollectionTable(name = "team_person", joinColumns = @JoinColumn(name = "team_id"))
    @Column(name = "person_id", nullable = false)
    private Set<UUID> people = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected TeamEntity() {}

    TeamEntity(OrganizationId organization, PersonId owner, String name, boolean shared, Instant now) {
        this.id = org.careroom.shared.Id.next();
        this.organizationId = organization.value();
        this.ownerId = owner.value();
        describe(name, shared, owner, now);
    }

    final void describe(String name, boolean shared, PersonId by, Instant now) {
        this.name = name;
        this.shared = shared;
        this.changedBy = by.value();
        this.changedAt = now;
    }

    void hold(Set<PersonId> persons) {
        people.clear();
        persons.forEach(person -> people.add(person.value()));
    }

    TeamId id() {
        return new TeamId(id);
    }

    OrganizationId organization() {
        return new OrganizationId(organizationId);
    }

    PersonId owner() {
        return new PersonId(ownerId);
    }

    String name() {
        return name;
    }

    boolean shared() {
        return shared;
    }

    Instant changedAt() {
        return changedAt;
    }

    PersonId changedBy() {
        return new PersonId(changedBy);
    }

    Set<PersonId> people() {
        return people.stream().map(PersonId::new).collect(Collectors.toSet());
    }
}
