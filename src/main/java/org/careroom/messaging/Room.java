package org.careroom.messaging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** A room: its kind, name and state. Its counters are moved by {@link MessageLog} alone and only read here. */
@Entity
@DynamicUpdate
@Table(name = "room")
public class Room {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private RoomKind kind;

    @Column(nullable = false)
    private String name;

    private boolean open;

    @Column(insertable = false, updatable = false)
    private long lastSequence;

    @Column(insertable = false, updatable = false)
    private long lastChange;

    @Column(nullable = false, updatable = false)
    private Instant lastActivity;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Room() {}

    Room(RoomId id, RoomKind kind, String name, Instant now) {
        this.id = id.value();
        this.kind = kind;
        this.name = name;
        this.open = true;
        this.lastActivity = now;
        this.createdAt = now;
    }

    public RoomId id() {
        return new RoomId(id);
    }

    public RoomKind kind() {
        return kind;
    }

    /** Empty when the room is named after the people in it. */
    public String name() {
        return name;
    }

    /** Whether it has no name of its own and is called after the people in it. */
    public boolean isNameless() {
        return name.isEmpty();
    }

    /** Whether it is between two colleagues, and so never gets a name. */
    public boolean isPair() {
        return kind == RoomKind.GENERAL && isNameless();
    }

    public boolean isOpen() {
        return open;
    }

    /** The number of the latest message when the room was loaded; 0 before the first. */
    public long lastSequence() {
        return lastSequence;
    }

    /** The number of the latest edit or deletion when the room was loaded; 0 before the first. */
    public long lastChange() {
        return lastChange;
    }

    public Instant createdAt() {
        return createdAt;
    }

    void rename(String name) {
        this.name = name;
    }

    void close() {
        this.open = false;
    }

    void reopen() {
        this.open = true;
    }
}
