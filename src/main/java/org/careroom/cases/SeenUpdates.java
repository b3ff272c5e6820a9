package org.careroom.cases;

import java.util.Map;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Reading;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomId;
import org.careroom.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has seen what a case told a follower room, for the admins in it (product 4). */
@Service
@Transactional(readOnly = true)
public class SeenUpdates {

    private final RoomDoor door;
    private final Participants participants;
    private final Reading reading;

    SeenUpdates(RoomDoor door, Participants participants, Reading reading) {
        this.door = door;
        this.participants = participants;
        this.reading = reading;
    }

    /**
     * How many have read each update from a message on, by the messages' numbers; nothing for a follower.
     *
     * @throws org.careroom.shared.NotFound when the person may not read the room
     */
    public Map<Long, Reading.Seen> from(Person who, RoomId id, long sequence) {
        Room room = door.open(who, RoomAction.READ, id);
        boolean admin =
                participants.of(room, who.id()).filter(Participant::isManager).isPresent();
        return admin ? reading.updatesSeen(room, sequence) : Map.of();
    }
}
