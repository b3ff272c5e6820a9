package org.careroom.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careroom.messaging.Decision;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomRules;
import org.careroom.organizations.Members;
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
    private final FollowerGroupRepository groups;
    private final CaseRepository cases;
    private final Members members;

    CaseFollowerRoomRules(
            Participants participants, FollowerGroupRepository groups, CaseRepository cases, Members members) {
        this.participants = participants;
        this.groups = groups;
        this.cases = cases;
        this.members = members;
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
            case READ, WATCH -> Decision.ALLOWED;
            case REPLY_ON_BEHALF -> Decision.refused("room.on-behalf");
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

    /** Nobody comes into a closed case, nor by an older invitation whom an admin of its organization keeps out. */
    @Override
    public Decision mayEnter(Person who, Room room) {
        if (!room.isOpen()) {
            return Decision.refused("case.enter.closed");
        }
        return isKeptOut(who, room) ? Decision.refused("room.enter.kept-out") : Decision.ALLOWED;
    }

    private boolean isKeptOut(Person who, Room room) {
        return groups.findByRoomId(room.id().value())
                .flatMap(group -> cases.findById(group.of().value()))
                .filter(of ->
                        members.keptOut(of.organization(), List.of(who.id())).contains(who.id()))
                .isPresent();
    }

    private static Decision ofAdmins(boolean admin, Room room, String action) {
        if (!admin) {
            return Decision.refused("case.follower." + action);
        }
        return room.isOpen() ? Decision.ALLOWED : Decision.refused("case.room.closed");
    }
}
