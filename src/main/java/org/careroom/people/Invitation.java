package org.careroom.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Somebody was invited to something by e-mail and has not answered yet. An answer removes it. */
@Entity
@Table(name = "invitation")
class Invitation {

    /** Product 1: "An invitation expires after 30 days; sending it again starts the 30 days again." */
    static final Duration VALID = Duration.ofDays(30);

    @Id
    private UUID id;

    @Column(nullable = false)
    private String kind;

    @Column(nullable = false)
    private UUID subject;

    @Column(nullable = false)
    private String email;

    @Column(nullable = false)
    private String tokenHash;

    @Column(nullable = false)
    private UUID invitedBy;

    @Column(nullable = false)
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    Invitation(String kind, UUID subject, String email, String token, PersonId by, Instant now) {
        this.id = org.careroom.shared.Id.next();
        this.kind = kind;
        this.subject = subject;
        this.email = email;
        this.tokenHash = Tokens.hash(token);
        this.invitedBy = by.value();
        this.expiresAt = now.plus(VALID);
    }

    /** Gives it a new secret, which ends the link before, and starts its time again. */
    void send(String token, PersonId by, Instant now) {
        this.tokenHash = Tokens.hash(token);
        this.invitedBy = by.value();
        this.expiresAt = now.plus(VALID);
    }

    boolean openAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    boolean isFor(Person person) {
        return email.equals(person.email());
    }

    String kind() {
        return kind;
    }

    UUID subject() {
        return subject;
    }

    String email() {
        return email;
    }

    PersonId invitedBy() {
        return new PersonId(invitedBy);
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
