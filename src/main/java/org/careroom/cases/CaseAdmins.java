package org.careroom.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
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
        Set<RoomId> also = new HashSet<>();
        if (everywhere) {
            all.stream().filter(room -> door.isIn(room, who)).map(Room::id).forEach(also::add);
        }
        guests.inside().forEach(person -> letIn(who, of, all, also, person));
    }

    /**
     * Makes somebody an admin, without asking a rule. Where they follow they run the room with the others from now on.
     *
     * @param all the rooms of the case, locked, its own first
     * @param also those of its groups into which they come too
     */
    void letIn(Person by, CaseEntity of, List<Room> all, Set<RoomId> also, Person person) {
        if (enter(by, all.get(0), person)) {
            log.note(of, by, CaseEvent.Kind.ADMIN_ADDED, person.name());
        }
        for (Room room : all.subList(1, all.size())) {
            boolean follows = door.isIn(room, person);
            if ((follows || also.contains(room.id())) && enter(by, room, person)) {
                log.note(of, by, CaseEvent.Kind.GROUP_ENTERED, null, person.name(), "", room.name());
            }
        }
    }

    /** Puts a person into a room, who runs it from now on. @return whether they were not in it before */
    private boolean enter(Person by, Room room, Person person) {
        Optional<Participant> there = participants.of(room, person.id()).filter(Participant::isIn);
        if (there.isPresent()) {
            participants.manage(there.get(), true);
        } else {
            messages.announce(room, by.id(), "added", List.of(by.name(), person.name()));
            participants.enterAsManager(room, person.id(), by.id());
        }
        life.changed(room, Set.of(person.id()));
        return there.isEmpty();
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
