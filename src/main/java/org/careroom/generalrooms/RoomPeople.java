package org.careroom.generalrooms;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.PeopleAdded;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomHost;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Strangers;
import org.careroom.organizations.Invited;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.TeamId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in a general room, and who runs it. What one form says is done wholly or, where something is wrong, not at all. */
@Service
@Transactional
public class RoomPeople implements RoomHost {

    private final GeneralRoomRepository generalRooms;
    private final Invited invited;
    private final Strangers strangers;
    private final Entrance entrance;
    private final RoomDoor door;
    private final RoomLife life;
    private final Participants participants;
    private final Members members;
    private final People people;

    RoomPeople(
            GeneralRoomRepository generalRooms,
            Invited invited,
            Strangers strangers,
            Entrance entrance,
            RoomDoor door,
            RoomLife life,
            Participants participants,
            Members members,
            People people) {
        this.generalRooms = generalRooms;
        this.invited = invited;
        this.strangers = strangers;
        this.entrance = entrance;
        this.door = door;
        this.life = life;
        this.participants = participants;
        this.members = members;
        this.people = people;
    }

    @Override
    public RoomKind kind() {
        return RoomKind.GENERAL;
    }

    /** The invitation to one that has no account is taken back too. */
    @Override
    public PeopleAdded change(Person who, RoomId id, List<String> removed, List<String> added, List<UUID> teams) {
        hold(id);
        if (!removed.isEmpty()) {
            remove(who, id, removed);
            if (added.isEmpty() && teams.isEmpty()) {
                return new PeopleAdded(id, List.of());
            }
        }
        return add(who, id, added, teams.stream().map(TeamId::new).toList());
    }

    /**
     * Adds people to a room: members of its organization at once, others when they accept. A team whose people are all in
     * already is still taken on: what changes in it is offered to the room from now on.
     *
     * @throws Refused when the person may not add people here
     * @throws Invalid at {@code people}, also when nobody new and no team is named
     */
    public PeopleAdded add(Person who, RoomId id, List<String> people, List<TeamId> teams) {
        Room room = openToAdd(who, id);
        GeneralRoom details = generalRooms.findById(id.value()).orElseThrow(NotFound::new);
        Invited.Named named = invited.named(who, people, teams).without(participants.personsIn(room));
        Invited.Guests guests = invited.guests(who, named, details.organization());
        if (guests.size() == 0 && teams.isEmpty()) {
            throw new Invalid("people", Reason.of("general.people.nobody"));
        }
        entrance.letIn(who, room, guests, teams);
        return new PeopleAdded(id, strangers.invite(who, room, guests.strangers()));
    }

    /** Opens a room to add people, who stay what they are to its organization meanwhile. */
    Room openToAdd(Person who, RoomId id) {
        requireGeneral(id);
        hold(id);
        return door.open(who, RoomAction.ADD_PEOPLE, id);
    }

    /** Makes a participant a manager, or no longer one; the last manager stays one. */
    public void manage(Person who, RoomId id, PersonId person, boolean manager) {
        requireGeneral(id);
        Room room = door.open(who, RoomAction.MANAGE, id);
        Participant participant =
                participants.of(room, person).filter(Participant::isIn).orElseThrow(NotFound::new);
        boolean others = participants.in(room).stream()
                .anyMatch(other -> other.isManager() && !other.person().equals(person));
        if (!manager && !others) {
            throw new Refused(Reason.of("general.manage.last"));
        }
        participants.manage(participant, manager);
        life.changed(room, Set.of());
    }

    /** Who is in rooms of other kinds, and runs them, is said elsewhere. */
    void requireGeneral(RoomId id) {
        if (generalRooms.findById(id.value()).isEmpty()) {
            throw new NotFound();
        }
    }

    @Override
    public void hold(RoomId id) {
        generalRooms.organizationOf(id).ifPresent(members::hold);
    }

    @Override
    public boolean isOutside(Person who, Room room) {
        OrganizationId organization = generalRooms
                .findById(room.id().value())
                .orElseThrow(NotFound::new)
                .organization();
        return organization != null && !members.isActive(who.id(), organization);
    }

    private void remove(Person who, RoomId id, List<String> addresses) {
        Room room = door.open(who, RoomAction.REMOVE_PEOPLE, id);
        people.findByEmails(addresses).forEach(person -> life.removeForKind(room, who, person));
        addresses.forEach(address -> strangers.withdraw(room, address));
    }
}
