package org.careroom.messaging;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Component;

/** The one way to a room for a person: finds it and asks the rules of its kind. */
@Component
public class RoomDoor {

    private final RoomRepository rooms;
    private final Map<RoomKind, RoomRules> rules = new EnumMap<>(RoomKind.class);

    RoomDoor(RoomRepository rooms, List<RoomRules> rules) {
        this.rooms = rooms;
        rules.forEach(of -> this.rules.put(of.kind(), of));
    }

    /**
     * The room, if this person may do this in it. Whoever opens it for more than reading has it to themselves until the
     * transaction ends: it is locked before the rules are asked, so what they say still holds at the commit.
     *
     * @throws NotFound when there is no such room, or they must not learn of it
     * @throws Refused when they may read it but not do this
     */
    public Room open(Person who, RoomAction action, RoomId id) {
        Room room = action == RoomAction.READ ? rooms.findById(id.value()).orElseThrow(NotFound::new) : lock(id);
        ask(who, action, room).orThrow();
        return room;
    }

    /** Like opening it to read, and has the room to oneself: for what its rules leave to others, such as whose message it is. */
    Room openToChange(Person who, RoomId id) {
        Room room = lock(id);
        ask(who, RoomAction.READ, room).orThrow();
        return room;
    }

    /** The room, had to oneself until the transaction ends; it asks no rule. */
    Room lock(RoomId id) {
        return rooms.findAndLock(id.value()).orElseThrow(NotFound::new);
    }

    /** What the rules of the room's kind say. */
    public Decision ask(Person who, RoomAction action, Room room) {
        return rules(room).may(who, action, room);
    }

    RoomRules rules(Room room) {
        RoomRules found = rules.get(room.kind());
        if (found == null) {
            throw new IllegalStateException("no rules for rooms of kind " + room.kind());
        }
        return found;
    }
}
