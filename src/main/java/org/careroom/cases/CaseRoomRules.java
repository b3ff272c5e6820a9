package org.careroom.cases;

import java.util.Set;
import org.careroom.messaging.Decision;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomRules;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;

/** The rules of a case's own room, which its admins are in and nobody else (product 4). */
@Component
class CaseRoomRules implements RoomRules {

    private final Participants participants;

    CaseRoomRules(Participants participants) {
        this.participants = participants;
    }

    @Override
    public RoomKind kind() {
        return RoomKind.CASE;
    }

    @Override
    public Decision may(Person who, RoomAction action, Room room) {
        if (participants.of(room, who.id()).filter(Participant::isIn).isEmpty()) {
            return Decision.HIDDEN;
        }
        return switch (action) {
            case READ, WATCH -> Decision.ALLOWED;
            case REPLY_ON_BEHALF -> Decision.refused("room.on-behalf");
            case POST -> room.isOpen() ? Decision.ALLOWED : Decision.refused("case.room.closed");
            case LEAVE ->
                participants.in(room).size() > 1 ? Decision.ALLOWED : Decision.refused("case.room.leave.last");
            case ADD_PEOPLE -> Decision.refused("case.room.add");
            case REMOVE_PEOPLE -> Decision.refused("case.room.remove");
            case RENAME -> Decision.refused("case.room.rename");
            case MANAGE -> Decision.refused("case.room.manage");
            case CLOSE -> Decision.refused("case.room.close");
            case REOPEN -> Decision.refused("case.room.reopen");
        };
    }

    @Override
    public Set<PersonId> readers(Room room) {
        return participants.personsIn(room);
    }
}
