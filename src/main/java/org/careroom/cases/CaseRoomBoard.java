package org.careroom.cases;

import org.careroom.messaging.Room;
import org.careroom.messaging.RoomBoard;
import org.careroom.messaging.RoomKind;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Component;

/** The way from a case's own room to the case. */
@Component
class CaseRoomBoard implements RoomBoard {

    private final CaseRepository cases;

    CaseRoomBoard(CaseRepository cases) {
        this.cases = cases;
    }

    /** Which case it is, and its stage; empty when it has none. */
    public record View(CaseId of, String caseName, String stage) {}

    @Override
    public RoomKind kind() {
        return RoomKind.CASE;
    }

    @Override
    public String template() {
        return "cases/_partials/case-board";
    }

    @Override
    public View of(Person who, Room room) {
        CaseEntity of = cases.findByRoomId(room.id().value()).orElseThrow(NotFound::new);
        return new View(of.id(), of.name(), of.description().stage());
    }
}
