package org.careroom.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person signs in with, and what their pages are set to. */
@Entity
@Table(name = "account")
class Account {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String email;

    @Column(nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Person.Kind kind;

    private @Nullable String passwordHash;

    private boolean premium;

    private boolean operator;

    @Column(nullable = false)
    private String language;

    @Column(nullable = false)
    private String zone;

    @Column(nullable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(PersonId id, String email, String name, Person.Kind kind, Locale locale, ZoneId zone, Instant now) {
        this.id = id.value();
        this.email = email;
        this.name = name;
        this.kind = kind;
        this.language = locale.toLanguageTag();
        this.zone = zone.getId();
        this.createdAt = now;
    }

    PersonId id() {
        return new PersonId(id);
    }

    String email() {
        return email;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    void usePassword(String hash) {
        this.passwordHash = hash;
    }

    void present(String name, Locale locale, ZoneId zone) {
        this.name = name;
        this.language = locale.toLanguageTag();
        this.zone = zone.getId();
    }

    void makePremium(boolean premium) {
        this.premium = premium;
    }

    void makeOperator() {
        this.operator = true;
    }

    Person person() {
        return new Person(id(), name, email, kind, premium, operator, Locale.forLanguageTag(language), ZoneId.of(zone));
    }
}
