package org.careroom.cases;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.careroom.live.Live;
import org.careroom.messaging.Participants;
import org.careroom.messaging.RoomChanged;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.Rooms;
import org.careroom.people.PersonId;
import org.careroom.shared.AfterCommit;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Component;

/** Nudges the open pages of a case behind the commit; what each person sees of it they fetch under their own rights. */
@Component
class CaseNews {

    private final Live live;
    private final CaseRepository cases;
    private final Rooms rooms;
    private final Participants participants;

    CaseNews(Live live, CaseRepository cases, Rooms rooms, Participants participants) {
        this.live = live;
        this.cases = cases;
        this.rooms = rooms;
        this.participants = participants;
    }

    /** Who is in a room of it, what the room gets, or whether it is open; those too who see nothing of it any more. */
    void changed(CaseId id, RoomChanged changed) {
        CaseEntity of = cases.findById(id.value()).orElseThrow(NotFound::new);
        Set<PersonId> audience = admins(of);
        audience.addAll(changed.readers());
        audience.addAll(changed.concerned());
        nudge(of, audience);
    }

    /** Something of it changed for its admins, and for those in these rooms. */
    void changed(CaseEntity of, List<RoomId> told) {
        Set<PersonId> audience = admins(of);
        told.forEach(room -> audience.addAll(participants.personsIn(rooms.findForKind(room))));
        nudge(of, audience);
    }

    private Set<PersonId> admins(CaseEntity of) {
        return new HashSet<>(participants.personsIn(rooms.findForKind(of.room())));
    }

    private void nudge(CaseEntity of, Collection<PersonId> audience) {
        String subject = "case:" + of.id();
        AfterCommit.run(() -> live.nudge(audience, subject));
    }
}
