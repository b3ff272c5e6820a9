package org.careroom.messaging;

import java.util.List;
import java.util.Set;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a room as a whole, whatever its kind: leaving, removing, renaming, closing, reopening. Every method
 * throws {@link NotFound} when the person may not learn of the room and {@link Refused} when its rules say no.
 */
@Service
@Transactional
public class RoomLife {

    private final RoomDoor door;
    private final Participants participants;
    private final Messages messages;
    private final ApplicationEventPublisher events;

    RoomLife(RoomDoor door, Participants participants, Messages messages, ApplicationEventPublisher events) {
        this.door = door;
        this.participants = participants;
        this.messages = messages;
        this.events = events;
    }

    /** Lets a person in who was asked to come and accepts; who calls has asked whether they may. */
    void comeIn(Room room, Person who, boolean outside, @Nullable PersonId askedBy) {
        participants.enter(room, who.id(), Participant.State.IN, outside, askedBy);
        messages.announce(room, who.id(), "joined", List.of(who.name()));
        events.publishEvent(new PersonAccepted(room, who));
        changed(room, Set.of(who.id()));
    }

    public void leave(Person who, RoomId id) {
        Room room = door.open(who, RoomAction.LEAVE, id);
        Participant own = participants.of(room, who.id()).orElseThrow(NotFound::new);
        messages.announce(room, who.id(), "left", List.of(who.name()));
        participants.become(own, Participant.State.OUT);
        events.publishEvent(new PersonLeft(room, who.id(), who.id()));
        changed(room, Set.of(who.id()));
    }

    /** Takes people out of the room; their access ends at once, open pages included. Who is not in it is passed over. */
    public void remove(Person who, RoomId id, List<Person> persons) {
        Room room = door.open(who, RoomAction.REMOVE_PEOPLE, id);
        persons.forEach(person -> removeForKind(room, who, person));
    }

    /** Takes a person out without asking a rule: for kinds in which somebody outside the room may do that. */
    public void removeForKind(Room room, Person cause, Person person) {
        participants
                .of(room, person.id())
                .filter(participant -> participant.state() != Participant.State.OUT)
                .ifPresent(participant -> {
                    if (participant.isIn()) {
                        messages.announce(room, cause.id(), "removed", List.of(cause.name(), person.name()));
                    }
                    participants.become(participant, Participant.State.OUT);
                    events.publishEvent(new PersonLeft(room, person.id(), cause.id()));
                    changed(room, Set.of(person.id()));
                });
    }

    public void rename(Person who, RoomId id, String typed) {
        Room room = door.open(who, RoomAction.RENAME, id);
        renameForKind(room, who, PlainText.line("name", typed, PlainText.NAME));
    }

    /** Gives a room this name without asking a rule: for kinds in which something else names it. */
    public void renameForKind(Room room, Person who, String name) {
        if (!name.equals(room.name())) {
            room.rename(name);
            messages.announce(room, who.id(), "renamed", List.of(who.name(), name));
            changed(room, Set.of());
        }
    }

    /** Makes the room read-only for all. Closing a closed room changes nothing. */
    public void close(Person who, RoomId id) {
        closeForKind(door.open(who, RoomAction.CLOSE, id), who);
    }

    /** Closes a room without asking a rule: for kinds in which somebody outside the room may do that. */
    public void closeForKind(Room room, Person cause) {
        if (room.isOpen()) {
            messages.announce(room, cause.id(), "closed", List.of(cause.name()));
            room.close();
            changed(room, Set.of());
        }
    }

    public void reopen(Person who, RoomId id) {
        reopenForKind(door.open(who, RoomAction.REOPEN, id), who);
    }

    /** Opens a closed room without asking a rule: for kinds in which something else opens it. */
    public void reopenForKind(Room room, Person cause) {
        if (!room.isOpen()) {
            room.reopen();
            messages.announce(room, cause.id(), "reopened", List.of(cause.name()));
            changed(room, Set.of());
        }
    }

    /** Says that the room's people or state changed, to its readers and to others who are concerned. */
    public void changed(Room room, Set<PersonId> concerned) {
        events.publishEvent(new RoomChanged(room, door.rules(room).readers(room), concerned));
    }
}
