package org.careroom.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suspends a person from rooms, and brings them back: with a membership that is deactivated and active again. The module of the
 * rooms' kind says which; in each that changes it does what else is needed, before its pages are told.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Suspensions {

    private final RoomDoor door;
    private final Participants participants;
    private final Strangers strangers;
    private final RoomLife life;

    Suspensions(RoomDoor door, Participants participants, Strangers strangers, RoomLife life) {
        this.door = door;
        this.participants = participants;
        this.strangers = strangers;
        this.life = life;
    }

    /** What they asked others into ends with it. */
    public void suspend(Collection<RoomId> rooms, PersonId person, Consumer<Room> change) {
        become(rooms, person, Participant.State.IN, Participant.State.SUSPENDED, room -> {
            strangers.withdrawAskedBy(room, person);
            change.accept(room);
        });
    }

    public void bringBack(Collection<RoomId> rooms, PersonId person, Consumer<Room> change) {
        become(rooms, person, Participant.State.SUSPENDED, Participant.State.IN, change);
    }

    private void become(
            Collection<RoomId> rooms,
            PersonId person,
            Participant.State from,
            Participant.State to,
            Consumer<Room> change) {
        for (Room room : lock(rooms, person)) {
            participants
                    .of(room, person)
                    .filter(participant -> participant.state() == from)
                    .ifPresent(participant -> {
                        participants.become(participant, to);
                        change.accept(room);
                        life.changed(room, Set.of(person));
                    });
        }
    }

    /**
     * The rooms, all had to oneself before one is changed, in the order given, which is one for all, and what the person is to
     * each as it is now. Those too that they have left or are asked into: whoever lets them in just now is waited for, or waits
     * and sees then what has become of them.
     */
    public List<Room> lock(Collection<RoomId> rooms, PersonId person) {
        return rooms.stream()
                .map(id -> {
                    Room room = door.lock(id);
                    participants.again(room, person);
                    return room;
                })
                .toList();
    }
}
