package org.careroom.generalrooms;

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
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Component;

/** The rules of general rooms (product 3 and the first seed), all of them. */
@Component
class GeneralRoomRules implements RoomRules {

    private final GeneralRoomRepository generalRooms;
    private final Participants participants;
    private final Members members;
    private final PairRooms pairRooms;

    GeneralRoomRules(
            GeneralRoomRepository generalRooms, Participants participants, Members members, PairRooms pairRooms) {
        this.generalRooms = generalRooms;
        this.participants = participants;
        this.members = members;
        this.pairRooms = pairRooms;
    }

    @Override
    public RoomKind kind() {
        return RoomKind.GENERAL;
    }

    @Override
    public Decision may(Person who, RoomAction action, Room room) {
        Optional<Participant> own = participants.of(room, who.id()).filter(Participant::isIn);
        if (own.isEmpty()) {
            return Decision.HIDDEN;
        }
        return switch (action) {
            case READ, WATCH, LEAVE -> Decision.ALLOWED;
            case REPLY_ON_BEHALF -> Decision.refused("room.on-behalf");
            case POST -> mayPost(who, room);
            case ADD_PEOPLE -> mayAddPeople(own.get(), room);
            case REMOVE_PEOPLE -> ofManagers(own.get(), room, "remove");
            case RENAME -> ofManagers(own.get(), room, "rename");
            case MANAGE -> ofManagers(own.get(), room, "manage");
            case CLOSE -> ofManagersOrPair(own.get(), room, "close");
            case REOPEN -> ofManagersOrPair(own.get(), room, "reopen");
        };
    }

    @Override
    public Set<PersonId> readers(Room room) {
        return participants.personsIn(room);
    }

    /** Whom an admin of the room's organization keeps out does not come in by an older invitation. */
    @Override
    public Decision mayEnter(Person who, Room room) {
        OrganizationId organization = details(room).organization();
        return organization != null
                        && members.keptOut(organization, List.of(who.id())).contains(who.id())
                ? Decision.refused("room.enter.kept-out")
                : Decision.ALLOWED;
    }

    /** Writing in a room of two opens it again, and brings back who had left. */
    @Override
    public boolean isChangedByPost(Room room) {
        return room.isPair();
    }

    @Override
    public void beforePost(Person writer, Room room) {
        pairRooms.bringBack(room, details(room), writer);
    }

    /** Only active members of a premium organization, or those whose own account is premium, make general rooms. */
    Decision mayCreate(Person who, List<Membership> memberships) {
        if (!who.isStaff()) {
            return Decision.HIDDEN;
        }
        if (who.premium() || memberships.stream().anyMatch(GeneralRoomRules::approvedAndPremium)) {
            return Decision.ALLOWED;
        }
        return memberships.stream().anyMatch(Membership::active)
                ? Decision.refused("general.create.premium")
                : Decision.refused("general.create.approved");
    }

    static boolean approvedAndPremium(Membership membership) {
        return membership.active() && membership.premium();
    }

    /** An organization's admins see the names and people of its group rooms, remove people and close, and never add themselves. */
    Decision mayOversee(Person who, Room room) {
        OrganizationId organization = details(room).organization();
        return !room.isPair()
                        && members.of(who.id()).stream()
                                .anyMatch(member ->
                                        member.admin() && member.organization().equals(organization))
                ? Decision.ALLOWED
                : Decision.HIDDEN;
    }

    private Decision mayPost(Person who, Room room) {
        if (room.isPair()) {
            GeneralRoom details = details(room);
            return participants
                    .of(room, details.other(who.id()))
                    .map(other -> pairRooms.mayWriteTo(details, other))
                    .orElse(Decision.ALLOWED);
        }
        return room.isOpen() ? Decision.ALLOWED : Decision.refused("room.closed");
    }

    private Decision mayAddPeople(Participant own, Room room) {
        if (room.isPair()) {
            return Decision.refused("general.add.pair");
        }
        if (!room.isOpen()) {
            return Decision.refused("room.closed");
        }
        return !details(room).isManaged() || own.isManager()
                ? Decision.ALLOWED
                : Decision.refused("general.add.managed");
    }

    private Decision ofManagers(Participant own, Room room, String action) {
        if (room.isPair()) {
            return Decision.refused("general." + action + ".pair");
        }
        if (!room.isOpen()) {
            return Decision.refused("room.closed");
        }
        return own.isManager() ? Decision.ALLOWED : Decision.refused("general." + action + ".managers");
    }

    /** A room of two has no managers: either closes it and opens it again. */
    private Decision ofManagersOrPair(Participant own, Room room, String action) {
        return own.isManager() || room.isPair()
                ? Decision.ALLOWED
                : Decision.refused("general." + action + ".managers");
    }

    private GeneralRoom details(Room room) {
        return generalRooms.findById(room.id().value()).orElseThrow(NotFound::new);
    }
}
