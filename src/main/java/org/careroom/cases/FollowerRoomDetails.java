package org.careroom.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomDetails;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Members;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Component;

/** The panel of a follower room: the case's admins in it, who follows, and asking for what one cannot do. */
@Component
class FollowerRoomDetails implements RoomDetails {

    private final FollowerGroupRepository groups;
    private final CaseRepository cases;
    private final CaseDoor door;
    private final CaseRequests requests;
    private final Participants participants;
    private final Members members;
    private final Rooms rooms;
    private final People people;

    FollowerRoomDetails(
            FollowerGroupRepository groups,
            CaseRepository cases,
            CaseDoor door,
            CaseRequests requests,
            Participants participants,
            Members members,
            Rooms rooms,
            People people) {
        this.groups = groups;
        this.cases = cases;
        this.door = door;
        this.requests = requests;
        this.participants = participants;
        this.members = members;
        this.rooms = rooms;
        this.people = people;
    }

    @Override
    public RoomKind kind() {
        return RoomKind.CASE_FOLLOWER;
    }

    @Override
    public String template() {
        return "cases/_partials/follower-room";
    }

    @Override
    public CasePanel of(Person who, Room room) {
        FollowerGroup group = groups.findByRoomId(room.id().value()).orElseThrow(NotFound::new);
        CaseEntity of = cases.findById(group.of().value()).orElseThrow(NotFound::new);
        return new CasePanel(
                of.id(),
                of.name(),
                door.isAdmin(who, of),
                members.jobRoles(
                        of.organization(),
                        participants.known(room).stream()
                                .map(Participant::person)
                                .toList()),
                requests.askedBy(who, group.id()),
                otherAdmins(of, room),
                List.of());
    }

    private List<String> otherAdmins(CaseEntity of, Room room) {
        Set<PersonId> others = new HashSet<>(participants.personsIn(rooms.findForKind(of.room())));
        others.removeAll(participants.personsIn(room));
        return people.named(others).values().stream().map(Person::name).sorted().toList();
    }
}
