package org.careroom.messaging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.careroom.people.PersonId;

/** Somebody who was invited into a room by their e-mail address: without an account, or with one for which no organization vouches. */
@Entity
@Table(name = "room_stranger")
class Stranger {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID roomId;

    @Column(nullable = false)
    private String email;

    @Column(nullable = false)
    private UUID invitedBy;

    @Column(nullable = false)
    private Instant invitedAt;

    @SuppressWarnings("NullAway.Init")
    protected Stranger() {}

    Stranger(UUID id, RoomId room, String email, PersonId invitedBy, Instant now) {
        this.id = id;
        this.roomId = room.value();
        this.email = email;
        this.invitedBy = invitedBy.value();
        this.invitedAt = now;
    }

    UUID id() {
        return id;
    }

    RoomId room() {
        return new RoomId(roomId);
    }

    String email() {
        return email;
    }

    PersonId invitedBy() {
        return new PersonId(invitedBy);
    }
}
