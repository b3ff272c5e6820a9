package org.careroom.messaging;

import java.util.List;
import java.util.Objects;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows replies on behalf of others before they are sent. Nothing is stored by it. */
@Service
@Transactional(readOnly = true)
public class ReplyPreviews {

    private final Rooms rooms;
    private final RoomDoor door;
    private final Histories histories;
    private final People people;

    ReplyPreviews(Rooms rooms, RoomDoor door, Histories histories, People people) {
        this.rooms = rooms;
        this.door = door;
        this.histories = histories;
        this.people = people;
    }

    /**
     * What the person would send.
     *
     * @throws NotFound when they may not learn of the room
     * @throws Refused when they may not write in its owner's name
     */
    public ReplyPreview of(Person who, RoomId id, NewMessage reply) {
        Room room = door.open(who, RoomAction.READ, id);
        door.ask(who, RoomAction.REPLY_ON_BEHALF, room).orThrow();
        String owner = people.person(door.rules(room).owner(room).orElseThrow()).name();
        List<String> readers = rooms.people(who, id).stream()
                .filter(person -> !person.id().equals(who.id()))
                .map(ParticipantView::name)
                .toList();
        long seen = Objects.requireNonNullElse(reply.seen(), 0L);
        return new ReplyPreview(
                id, reply, who.name(), owner, readers, histories.after(who, id, seen, room.lastChange()));
    }
}
