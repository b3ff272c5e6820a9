package org.careroom.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.careroom.live.Live;
import org.careroom.messaging.Participants;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.Rooms;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Nudges the open pages of a case behind the commit; what each person sees of it they fetch under their own rights. */
@Component
class CaseNews {

    private final Live live;
    private final Rooms rooms;
    private final Participants participants;

    CaseNews(Live live, Rooms rooms, Participants participants) {
        this.live = live;
        this.rooms = rooms;
        this.participants = participants;
    }

    /** Something of it changed for its admins, and for those in these rooms. */
    void changed(CaseEntity of, List<RoomId> told) {
        Set<PersonId> audience = new HashSet<>(participants.personsIn(rooms.findForKind(of.room())));
        told.forEach(room -> audience.addAll(participants.personsIn(rooms.findForKind(room))));
        String subject = "case:" + of.id();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                live.nudge(audience, subject);
            }
        });
    }
}
