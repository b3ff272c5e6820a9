package org.careroom.clients;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/** A client as the organization keeps them. Whose client they are besides the provider's stands beside it ({@link ClientPeople}). */
@Entity
@Table(name = "client")
class ClientEntity {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID organizationId;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String email;

    @Column(nullable = false)
    private String phone;

    @Column(nullable = false)
    private UUID providerId;

    private @Nullable UUID accountId;

    private boolean chatOn;

    @Column(nullable = false)
    private UUID formKey;

    @Column(nullable = false)
    private Instant since;

    @Column(nullable = false)
    private UUID addedBy;

    @Column(nullable = false)
    private Instant changedAt;

    @Column(nullable = false)
    private UUID changedBy;

    @SuppressWarnings("NullAway.Init")
    protected ClientEntity() {}

    ClientEntity(
            ClientId id,
            OrganizationId organization,
            ClientDescription description,
            PersonId provider,
            UUID formKey,
            PersonId by,
            Instant now) {
        this.id = id.value();
        this.organizationId = organization.value();
        this.chatOn = true;
        this.formKey = formKey;
        this.since = now;
        this.addedBy = by.value();
        this.changedAt = now;
        this.changedBy = by.value();
        this.providerId = provider.value();
        describe(description);
    }

    final void describe(ClientDescription description) {
        this.name = description.name();
        this.email = description.email();
        this.phone = description.phone();
    }

    void assign(PersonId provider) {
        this.providerId = provider.value();
    }

    /** They chat with this account from now on. */
    void join(PersonId account) {
        if (accountId != null) {
            throw new IllegalStateException("a client has one account, and keeps it");
        }
        this.accountId = account.value();
    }

    void switchChat(boolean on) {
        this.chatOn = on;
    }

    void changed(PersonId by, Instant now) {
        this.changedBy = by.value();
        this.changedAt = now;
    }

    ClientId id() {
        return new ClientId(id);
    }

    OrganizationId organization() {
        return new OrganizationId(organizationId);
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    ClientDescription description() {
        return new ClientDescription(name, email, phone);
    }

    PersonId provider() {
        return new PersonId(providerId);
    }

    @Nullable
    PersonId account() {
        return accountId == null ? null : new PersonId(accountId);
    }

    boolean chatOn() {
        return chatOn;
    }

    Instant since() {
        return since;
    }

    PersonId addedBy() {
        return new PersonId(addedBy);
    }

    Instant changedAt() {
        return changedAt;
    }

    PersonId changedBy() {
        return new PersonId(changedBy);
    }

    /** As a conversation needs it; null while they have no account. */
    @Nullable
    ClientContact contact() {
        PersonId account = account();
        return account == null ? null : new ClientContact(id(), organization(), account, name, chatOn, provider());
    }
}
