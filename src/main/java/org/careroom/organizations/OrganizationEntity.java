package org.careroom.organizations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organization with what only its admins and the operator see of it. */
@Entity
@Table(name = "organization")
class OrganizationEntity {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Plan plan;

    private @Nullable String code;

    private @Nullable String mailDomain;

    @Column(nullable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected OrganizationEntity() {}

    OrganizationEntity(OrganizationId id, String name, Plan plan, Instant now) {
        this.id = id.value();
        this.name = name;
        this.plan = plan;
        this.createdAt = now;
    }

    OrganizationId id() {
        return new OrganizationId(id);
    }

    String name() {
        return name;
    }

    Plan plan() {
        return plan;
    }

    @Nullable
    String code() {
        return code;
    }

    @Nullable
    String mailDomain() {
        return mailDomain;
    }

    void describe(String name, @Nullable String code, @Nullable String mailDomain) {
        this.name = name;
        this.code = code;
        this.mailDomain = mailDomain;
    }

    void use(Plan plan) {
        this.plan = plan;
    }

    Organization view() {
        return new Organization(id(), name, plan);
    }
}
