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
     * The room, if this person may do this in it.
     *
     * @throws NotFound when there is no such room, or they must not learn of it
     * @throws Refused when they may read it but not do this
     */
    public Room open(Person who, RoomAction action, RoomId id) {
        Room room = rooms.findById(id.value()).orElseThrow(NotFound::new);
        ask(who, action, room).orThrow();
        return room;
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
