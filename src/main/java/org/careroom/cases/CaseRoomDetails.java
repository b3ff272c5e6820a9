package org.careroom.cases;

import java.util.List;
import java.util.Set;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomDetails;
import org.careroom.messaging.RoomKind;
import org.careroom.organizations.Members;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Component;

/** The panel of a case's own room: its admins, and what followers have asked them for. */
@Component
class CaseRoomDetails implements RoomDetails {

    private final CaseRepository cases;
    private final CaseRequests requests;
    private final Participants participants;
    private final Members members;

    CaseRoomDetails(CaseRepository cases, CaseRequests requests, Participants participants, Members members) {
        this.cases = cases;
        this.requests = requests;
        this.participants = participants;
        this.members = members;
    }

    @Override
    public RoomKind kind() {
        return RoomKind.CASE;
    }

    @Override
    public String template() {
        return "cases/_partials/case-room";
    }

    @Override
    public CasePanel of(Person who, Room room) {
        CaseEntity of = cases.findByRoomId(room.id().value()).orElseThrow(NotFound::new);
        return new CasePanel(
                of.id(),
                of.name(),
                true,
                members.jobRoles(
                        of.organization(),
                        participants.known(room).stream()
                                .map(Participant::person)
                                .toList()),
                Set.of(),
                List.of(),
                requests.openOf(of));
    }
}
