package org.careroom.generalrooms;

import java.util.List;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.organizations.TeamId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes who is in a general room as one form says it: all of that or, where something is wrong, nothing. */
@Service
@Transactional
public class RoomPeople {

    private final GeneralRooms generalRooms;
    private final Strangers strangers;
    private final RoomDoor door;
    private final RoomLife life;
    private final People people;

    RoomPeople(GeneralRooms generalRooms, Strangers strangers, RoomDoor door, RoomLife life, People people) {
        this.generalRooms = generalRooms;
        this.strangers = strangers;
        this.door = door;
        this.life = life;
        this.people = people;
    }

    /**
     * Takes people out and then adds others.
     *
     * @param removed e-mail addresses; the invitation to one that has no account is taken back
     * @throws NotFound when the room, or a team, is none of theirs
     * @throws Refused when the person may not remove or add people here
     * @throws Invalid at {@code people}, also when the form names nobody at all
     */
    public MadeRoom change(Person who, RoomId id, List<String> removed, List<String> added, List<TeamId> teams) {
        generalRooms.hold(id);
        if (!removed.isEmpty()) {
            remove(who, id, removed);
            if (added.isEmpty() && teams.isEmpty()) {
                return new MadeRoom(id, List.of());
            }
        }
        return generalRooms.add(who, id, added, teams);
    }

    private void remove(Person who, RoomId id, List<String> addresses) {
        Room room = door.open(who, RoomAction.REMOVE_PEOPLE, id);
        people.findByEmails(addresses).forEach(person -> life.remove(room, who, person));
        addresses.forEach(address -> strangers.withdraw(room, address));
    }
}
