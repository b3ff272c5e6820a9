package org.careroom.messaging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Service;

/** Who comes into a room and who goes, whatever kind it is. */
@Service
public class RoomGuests {

    private final Rooms rooms;
    private final RoomHosts hosts;

    RoomGuests(Rooms rooms, RoomHosts hosts) {
        this.rooms = rooms;
        this.hosts = hosts;
    }

    /**
     * Takes people out and then adds others; wholly or, where something is wrong, not at all.
     *
     * @throws NotFound when the person may not learn of the room, or of a team
     * @throws Refused when they may not remove or add people here
     * @throws Invalid at {@code people}, also when nobody new is named
     */
    public PeopleAdded change(Person who, RoomId id, List<String> removed, List<String> added, List<UUID> teams) {
        Optional<RoomHost> host = hosts.find(rooms.kind(who, id));
        if (host.isEmpty()) {
            rooms.require(who, RoomAction.ADD_PEOPLE, id);
        }
        return host.orElseThrow(NotFound::new).change(who, id, removed, added, teams);
    }
}
