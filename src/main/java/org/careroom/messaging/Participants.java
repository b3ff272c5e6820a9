package org.careroom.messaging;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is in a room. The module of the room's kind decides that and asks its own rules first; these methods ask none and
 * are called within its transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Participants {

    private static final Set<Participant.State> PRESENT =
            Set.of(Participant.State.IN, Participant.State.INVITED, Participant.State.SUSPENDED);

    private final ParticipantRepository participants;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    Participants(ParticipantRepository participants, EntityManager entities, JdbcClient jdbc, Clock clock) {
        this.participants = participants;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How this person stands to the room; empty when they were never in it. */
    public Optional<Participant> of(Room room, PersonId person) {
        return participants.findById(new Participant.Key(room.id().value(), person.value()));
    }

    /** Like {@link #of}, and as it is now: for one that was looked at before the room was locked. */
    public Optional<Participant> again(Room room, PersonId person) {
        Optional<Participant> known = of(room, person);
        entities.flush();
        known.ifPresent(entities::refresh);
        return known;
    }

    /** The persons who are in the room at this moment; asked for each message, and so in plain SQL. */
    public Set<PersonId> personsIn(Room room) {
        entities.flush(); // which has to find what this transaction has made so far
        return jdbc
                .sql("select person_id from participant where room_id = ? and state = 'IN'")
                .param(room.id().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /** Those in the room, longest first. */
    public List<Participant> in(Room room) {
        return participants.findInRoom(room.id().value(), Set.of(Participant.State.IN));
    }

    /** Those in the room, asked to come, or suspended, longest first. */
    public List<Participant> known(Room room) {
        return participants.findInRoom(room.id().value(), PRESENT);
    }

    /** How this person stands to the rooms where they are in one of these states, latest first. */
    public List<Participant> everywhere(PersonId person, Collection<Participant.State> states) {
        return participants.findOfPerson(person.value(), states);
    }

    /**
     * Puts a person into the room, or asks them to come; the messages up to now count as read, though all are open to
     * them.
     *
     * @param state {@code IN} or {@code INVITED}
     * @param outside whether they come from outside the room's organization
     */
    public Participant enter(
            Room room, PersonId person, Participant.State state, boolean outside, @Nullable PersonId addedBy) {
        Participant participant =
                of(room, person).orElseGet(() -> new Participant(room, person, state, clock.instant()));
        participant.enter(state, outside, addedBy, room.lastSequence(), clock.instant());
        return participants.save(participant);
    }

    /** Puts a person of the room's organization into it, who runs it from now on. */
    public void enterAsManager(Room room, PersonId person, PersonId addedBy) {
        enter(room, person, Participant.State.IN, false, addedBy).manage(true);
    }

    public void become(Participant participant, Participant.State state) {
        participant.become(state, clock.instant());
    }

    /** From now on they are of the room's organization, no longer from outside. */
    public void belong(Participant participant) {
        participant.belong();
    }

    /** Puts the room away for them, up to the message that is its latest now, or takes it out again. */
    public void archive(Room room, Participant participant, boolean archived) {
        participant.archive(archived ? room.lastSequence() : 0);
    }

    public void manage(Participant participant, boolean manager) {
        participant.manage(manager);
    }
}
