package org.careroom.cases;

import java.util.Optional;
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

/**
 * The rules of a case follower room (product 4 and the first seed): a follower reads and writes in it, and whatever changes
 * the room is done by the case's admins. Those who joined the group manage its room.
 */
@Component
class CaseFollowerRoomRules implements RoomRules {

    private final Participants participants;

    CaseFollowerRoomRules(Participants participants) {
        this.participants = participants;
    }

    @Override
    public RoomKind kind() {
        return RoomKind.CASE_FOLLOWER;
    }

    @Override
    public Decision may(Person who, RoomAction action, Room room) {
        Optional<Participant> own = participants.of(room, who.id()).filter(Participant::isIn);
        if (own.isEmpty()) {
            return Decision.HIDDEN;
        }
        boolean admin = own.get().isManager();
        return switch (action) {
            case READ -> Decision.ALLOWED;
            case POST -> room.isOpen() ? Decision.ALLOWED : Decision.refused("case.room.closed");
            case ADD_PEOPLE -> ofAdmins(admin, room, "add");
            case REMOVE_PEOPLE -> ofAdmins(admin, room, "remove");
            case RENAME -> ofAdmins(admin, room, "rename");
            case MANAGE -> ofAdmins(admin, room, "manage");
            case LEAVE -> admin ? Decision.ALLOWED : Decision.refused("case.follower.leave");
            case CLOSE -> Decision.refused("case.follower.close");
            case REOPEN -> Decision.refused("case.follower.reopen");
        };
    }

    @Override
    public Set<PersonId> readers(Room room) {
        return participants.personsIn(room);
    }

    private static Decision ofAdmins(boolean admin, Room room, String action) {
        if (!admin) {
            return Decision.refused("case.follower." + action);
        }
        return room.isOpen() ? Decision.ALLOWED : Decision.refused("case.room.closed");
    }
}
