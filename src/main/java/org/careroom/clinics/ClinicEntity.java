package org.careroom.clinics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.PersonId;

/** A clinic as its administrators set it. Its hours, entry fields, members and rooms stand beside it. */
@Entity
@Table(name = "clinic")
class ClinicEntity {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID organizationId;

    @Column(nullable = false)
    private String slug;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String zone;

    private boolean waitingAreaOn;

    @Column(nullable = false)
    private String terms;

    @Column(nullable = false)
    private String support;

    @Column(nullable = false)
    private String emergencyNumber;

    private boolean showsPosition;

    private boolean confirmsJoin;

    private int patienceMinutes;

    private int retentionHours;

    @Column(nullable = false)
    private UUID formKey;

    @Column(nullable = false)
    private Instant since;

    @Column(nullable = false)
    private Instant changedAt;

    @Column(nullable = false)
    private UUID changedBy;

    @SuppressWarnings("NullAway.Init")
    protected ClinicEntity() {}

    ClinicEntity(
            ClinicId id,
            OrganizationId organization,
            ClinicDescription description,
            UUID formKey,
            PersonId by,
            Instant now) {
        this.id = id.value();
        this.organizationId = organization.value();
        this.formKey = formKey;
        this.since = now;
        this.changedBy = by.value();
        this.changedAt = now;
        describe(description);
    }

    final void describe(ClinicDescription description) {
        this.name = description.name();
        this.slug = description.slug();
        this.zone = description.zone().getId();
        this.waitingAreaOn = description.waitingAreaOn();
        this.terms = description.terms();
        this.support = description.support();
        this.emergencyNumber = description.emergencyNumber();
        this.showsPosition = description.showsPosition();
        this.confirmsJoin = description.confirmsJoin();
        this.patienceMinutes = description.patienceMinutes();
        this.retentionHours = description.retentionHours();
    }

    void changed(PersonId by, Instant now) {
        this.changedBy = by.value();
        this.changedAt = now;
    }

    ClinicId id() {
        return new ClinicId(id);
    }

    OrganizationId organization() {
        return new OrganizationId(organizationId);
    }

    String slug() {
        return slug;
    }

    String name() {
        return name;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    boolean waitingAreaOn() {
        return waitingAreaOn;
    }

    boolean showsPosition() {
        return showsPosition;
    }

    boolean confirmsJoin() {
        return confirmsJoin;
    }

    /** How long after a consultation its names are kept. */
    Duration retention() {
        return Duration.ofHours(retentionHours);
    }

    ClinicDescription description() {
        return new ClinicDescription(
                name,
                slug,
                zone(),
                waitingAreaOn,
                terms,
                support,
                emergencyNumber,
                showsPosition,
                confirmsJoin,
                patienceMinutes,
                retentionHours);
    }

    Instant changedAt() {
        return changedAt;
    }

    PersonId changedBy() {
        return new PersonId(changedBy);
    }
}
