package org.careroom.messaging;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.careroom.people.PersonId;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A person in a room: in what state, how far they have read, how they want it. */
@Entity
@DynamicUpdate
@Table(name = "participant")
public class Participant {

    /** How a person stands to a room. */
    public enum State {
        /** From outside the organization, asked but not yet accepted: learns only who invites. */
        INVITED,
        /** In the room. */
        IN,
        /** Was in the room when their membership of its organization was deactivated; comes back with it. */
        SUSPENDED,
        /** Left or removed. */
        OUT,
        /** Was asked and did not want to come. */
        DECLINED
    }

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;

    private boolean manager;

    private boolean outside;

    private @Nullable UUID addedBy;

    @Column(nullable = false)
    private Instant since;

    private long readUpTo;

    private boolean muted;

    @Column(updatable = false)
    private boolean inConversation;

    private long archivedUpTo;

    @SuppressWarnings("NullAway.Init")
    protected Participant() {}

    Participant(Room room, PersonId person, State state, Instant now) {
        this.key = new Key(room.id().value(), person.value());
        this.inConversation = room.kind() == RoomKind.CONVERSATION;
        this.state = state;
        this.since = now;
    }

    public PersonId person() {
        return new PersonId(key.personId());
    }

    public RoomId room() {
        return new RoomId(key.roomId());
    }

    public State state() {
        return state;
    }

    public boolean isIn() {
        return state == State.IN;
    }

    /** Whether they run the room: its creator, and those made managers. */
    public boolean isManager() {
        return manager;
    }

    /** Whether they came from outside the room's organization. */
    public boolean isOutside() {
        return outside;
    }

    public @Nullable PersonId addedBy() {
        return addedBy == null ? null : new PersonId(addedBy);
    }

    /** Since when they are in this state. */
    public Instant since() {
        return since;
    }

    /** The number of the last message they have read. */
    public long readUpTo() {
        return readUpTo;
    }

    public boolean isMuted() {
        return muted;
    }

    /** Whether they have put the room away, as it stood then: the next message brings it back. */
    public boolean hasArchived(Room room) {
        return archivedUpTo > 0 && archivedUpTo >= room.lastSequence();
    }

    void enter(State state, boolean outside, @Nullable PersonId addedBy, long readUpTo, Instant now) {
        this.outside = outside;
        this.addedBy = addedBy == null ? null : addedBy.value();
        this.readUpTo = readUpTo;
        this.manager = false;
        become(state, now);
    }

    /** From now on they are of the room's organization. */
    void belong() {
        this.outside = false;
    }

    void become(State state, Instant now) {
        this.state = state;
        this.since = now;
    }

    void manage(boolean manager) {
        this.manager = manager;
    }

    void archive(long upTo) {
        this.archivedUpTo = upTo;
    }

    void mute(boolean muted) {
        this.muted = muted;
    }

    /** Which person in which room. */
    @Embeddable
    record Key(UUID roomId, UUID personId) implements Serializable {}
}
