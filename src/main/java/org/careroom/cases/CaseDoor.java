package org.careroom.cases;

import java.util.List;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.Rooms;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * The one way to a case for a person. A case admin is who is in the case's room; a follower, who is in the room of one of
 * its groups. Nobody else learns that there is such a case.
 */
@Component
class CaseDoor {

    private final CaseRepository cases;
    private final FollowerGroupRepository groups;
    private final Rooms rooms;
    private final Participants participants;

    CaseDoor(CaseRepository cases, FollowerGroupRepository groups, Rooms rooms, Participants participants) {
        this.cases = cases;
        this.groups = groups;
        this.rooms = rooms;
        this.participants = participants;
    }

    /**
     * The case, for one of its admins, who has it to themselves until the transaction ends.
     *
     * @throws NotFound when the person has nothing to do with it
     * @throws Refused when they only follow it
     */
    CaseEntity lockAsAdmin(Person who, CaseId id) {
        CaseEntity found = cases.findAndLock(id.value()).orElseThrow(NotFound::new);
        requireAdmin(who, found);
        return found;
    }

    /**
     * The same, with the case's room too: nobody becomes an admin of it or ceases to be one until the transaction ends.
     */
    CaseEntity lockWithRoom(Person who, CaseId id) {
        CaseEntity found = cases.findAndLock(id.value()).orElseThrow(NotFound::new);
        rooms.lockForKind(found.room());
        requireAdmin(who, found);
        return found;
    }

    /** The same, and refused when the case is closed. */
    CaseEntity lockOpenAsAdmin(Person who, CaseId id) {
        CaseEntity found = lockAsAdmin(who, id);
        requireOpen(found);
        return found;
    }

    /**
     * The case for one of its admins or followers, who has it to themselves until the transaction ends.
     *
     * @throws NotFound when the person has nothing to do with it
     */
    CaseEntity lock(Person who, CaseId id) {
        CaseEntity found = cases.findAndLock(id.value()).orElseThrow(NotFound::new);
        requireSeen(who, found);
        return found;
    }

    /** The case, to look at, for one of its admins or followers. */
    CaseEntity look(Person who, CaseId id) {
        CaseEntity found = cases.findById(id.value()).orElseThrow(NotFound::new);
        requireSeen(who, found);
        return found;
    }

    /** The case, to look at, for one of its admins. */
    CaseEntity lookAsAdmin(Person who, CaseId id) {
        CaseEntity found = cases.findById(id.value()).orElseThrow(NotFound::new);
        requireAdmin(who, found);
        return found;
    }

    /** What the person may see and fill in; they are one of its admins or followers. */
    CaseRights rights(Person who, CaseEntity of) {
        return isAdmin(who, of) ? new CaseRights(true, List.of()) : new CaseRights(false, followed(who, of));
    }

    boolean isAdmin(Person who, CaseEntity of) {
        return isIn(rooms.findForKind(of.room()), who);
    }

    boolean isIn(Room room, Person who) {
        return participants.of(room, who.id()).filter(Participant::isIn).isPresent();
    }

    static void requireOpen(CaseEntity of) {
        if (!of.isOpen()) {
            throw new Refused(Reason.of("case.closed"));
        }
    }

    private void requireAdmin(Person who, CaseEntity of) {
        if (!isAdmin(who, of)) {
            requireFollower(who, of);
            throw new Refused(Reason.of("case.admins-only"));
        }
    }

    private void requireSeen(Person who, CaseEntity of) {
        if (!isAdmin(who, of)) {
            requireFollower(who, of);
        }
    }

    private void requireFollower(Person who, CaseEntity of) {
        if (followed(who, of).isEmpty()) {
            throw new NotFound();
        }
    }

    private List<FollowerGroup> followed(Person who, CaseEntity of) {
        return groups.findByCaseIdOrderByRoomId(of.id().value()).stream()
                .filter(group -> isIn(rooms.findForKind(group.room()), who))
                .toList();
    }
}
