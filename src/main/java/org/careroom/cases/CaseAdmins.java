package org.careroom.cases;

import java.util.List;
import java.util.Set;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Invited;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The admins of a case, who are those in its room. A case always keeps at least one. An admin who is added is in the case's
 * room only, and joins the groups they want to; one who is removed leaves them all.
 */
@Service
@Transactional
public class CaseAdmins {

    private final CaseDoor door;
    private final CaseRooms caseRooms;
    private final Followers followers;
    private final CaseLog log;
    private final Invited invited;
    private final Rooms rooms;
    private final RoomLife life;
    private final Participants participants;
    private final Messages messages;
    private final People people;

    CaseAdmins(
            CaseDoor door,
            CaseRooms caseRooms,
            Followers followers,
            CaseLog log,
            Invited invited,
            Rooms rooms,
            RoomLife life,
            Participants participants,
            Messages messages,
            People people) {
        this.door = door;
        this.caseRooms = caseRooms;
        this.followers = followers;
        this.log = log;
        this.invited = invited;
        this.rooms = rooms;
        this.life = life;
        this.participants = participants;
        this.messages = messages;
        this.people = people;
    }

    /**
     * Adds admins, members of the case's organization.
     *
     * @param everywhere whether they come into every group that who adds them is in: handing the case over in one step
     * @throws Invalid at {@code people}
     */
    public void add(Person who, CaseId id, List<String> addresses, boolean everywhere) {
        CaseEntity of = followers.holdOpenAsAdmin(who, id);
        Invited.Guests guests = invited.guests(who, invited.named(who, addresses, List.of()), of.organization());
        if (guests.size() == 0) {
            throw new Invalid("people", Reason.of("general.people.nobody"));
        }
        if (!guests.strangers().isEmpty() || !guests.outside().isEmpty()) {
            throw new Invalid("people", Reason.of("case.admin.outside"));
        }
        List<Room> all = caseRooms.lock(of);
        Room own = all.get(0);
        List<Room> groups = all.subList(1, all.size());
        guests.inside().forEach(person -> add(who, of, own, groups, person));
        if (everywhere) {
            groups.stream()
                    .filter(room -> door.isIn(room, who))
                    .forEach(room -> guests.inside().forEach(person -> come(who, of, room, person)));
        }
    }

    private void add(Person who, CaseEntity of, Room own, List<Room> groups, Person person) {
        if (enter(who, own, person)) {
            log.note(of, who, CaseEvent.Kind.ADMIN_ADDED, person.name());
            manageWhereTheyFollow(groups, person);
        }
    }

    private void come(Person who, CaseEntity of, Room room, Person person) {
        if (enter(who, room, person)) {
            log.note(of, who, CaseEvent.Kind.GROUP_ENTERED, null, person.name(), "", room.name());
        }
    }

    private boolean enter(Person who, Room room, Person person) {
        boolean comes = !door.isIn(room, person);
        if (comes) {
            messages.announce(room, who.id(), "added", List.of(who.name(), person.name()));
        }
        participants.manage(
                comes
                        ? participants.enter(room, person.id(), Participant.State.IN, false, who.id())
                        : participants.of(room, person.id()).orElseThrow(),
                true);
        life.changed(room, Set.of(person.id()));
        return comes;
    }

    /** Whoever followed by a group runs it with the others from now on. */
    private void manageWhereTheyFollow(List<Room> groups, Person person) {
        groups.forEach(room -> participants
                .of(room, person.id())
                .filter(Participant::isIn)
                .ifPresent(known -> {
                    participants.manage(known, true);
                    life.changed(room, Set.of(person.id()));
                }));
    }

    /**
     * Ends somebody's being an admin, oneself included; they leave every room of the case. Who is suspended does not come back.
     *
     * @throws NotFound when they are none
     * @throws Refused when they are the last
     */
    public void remove(Person who, CaseId id, PersonId person) {
        CaseEntity of = door.lockOpenAsAdmin(who, id);
        Room room = rooms.lockForKind(of.room());
        Participant known = participants
                .of(room, person)
                .filter(participant -> participant.isIn() || participant.state() == Participant.State.SUSPENDED)
                .orElseThrow(NotFound::new);
        if (known.isIn() && participants.in(room).size() == 1) {
            throw new Refused(Reason.of("case.room.leave.last"));
        }
        life.removeForKind(room, who, people.person(person));
    }
}
