package org.careroom.generalrooms;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.PersonLeft;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomChanged;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.Rooms;
import org.careroom.messaging.Suspensions;
import org.careroom.organizations.Duty;
import org.careroom.organizations.MemberApproved;
import org.careroom.organizations.MemberDeactivated;
import org.careroom.organizations.MemberReactivated;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.SoleDuties;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Reason;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to rooms when people go: who is deactivated is suspended from the organization's rooms, and a room is not
 * left without a manager. All of it in the transaction of its cause.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Departures implements SoleDuties {

    private final GeneralRoomRepository generalRooms;
    private final Suspensions suspensions;
    private final Participants participants;
    private final Rooms rooms;
    private final Messages messages;
    private final People people;

    Departures(
            GeneralRoomRepository generalRooms,
            Suspensions suspensions,
            Participants participants,
            Rooms rooms,
            Messages messages,
            People people) {
        this.generalRooms = generalRooms;
        this.suspensions = suspensions;
        this.participants = participants;
        this.rooms = rooms;
        this.messages = messages;
        this.people = people;
    }

    @EventListener
    void on(MemberDeactivated deactivated) {
        PersonId person = deactivated.person();
        suspensions.suspend(ids(roomsOf(deactivated.organization(), person)), person, this::keepManaged);
    }

    @EventListener
    void on(MemberReactivated reactivated) {
        PersonId person = reactivated.person();
        suspensions.bringBack(ids(roomsOf(reactivated.organization(), person)), person, this::keepManaged);
    }

    /** Who came from outside before is of the organization now, in its rooms as well. */
    @EventListener
    void on(MemberApproved approved) {
        roomsOf(approved.organization(), approved.person())
                .forEach(room -> participants.of(room, approved.person()).ifPresent(participants::belong));
    }

    @EventListener
    void on(PersonLeft left) {
        if (left.room().kind() == RoomKind.GENERAL) {
            keepManaged(left.room());
        }
    }

    /** Whoever comes into a room that was left by all its managers runs it. */
    @EventListener
    void on(RoomChanged changed) {
        if (!changed.concerned().isEmpty()) {
            if (changed.room().kind() == RoomKind.GENERAL) {
                keepManaged(changed.room());
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> of(OrganizationId organization, PersonId person) {
        return soleManaged(roomsOf(organization, person), person).stream()
                .map(room -> new Duty(Reason.of("general.duty.manager", room.name())))
                .toList();
    }

    /** The successor manages the rooms that they are in and is put into none: the others are kept managed behind it. */
    @Override
    public void handOver(OrganizationId organization, PersonId from, PersonId to, Person by) {
        for (Room room : soleManaged(suspensions.lock(ids(roomsOf(organization, from)), from), from)) {
            participants.again(room, to).filter(Participant::isIn).ifPresent(successor -> promote(room, successor));
        }
    }

    private List<Room> soleManaged(List<Room> theirs, PersonId person) {
        return theirs.stream()
                .filter(room -> participants.in(room).stream()
                        .filter(Participant::isManager)
                        .map(Participant::person)
                        .toList()
                        .equals(List.of(person)))
                .filter(room -> participants.in(room).size() > 1)
                .toList();
    }

    /** A group room is not left without a manager: who has been in it longest takes over, colleagues first. */
    private void keepManaged(Room room) {
        if (!room.isNameless() && participants.in(room).stream().noneMatch(Participant::isManager)) {
            longest(room).ifPresent(longest -> promote(room, longest));
        }
    }

    private void promote(Room room, Participant successor) {
        participants.manage(successor, true);
        Person manager = people.person(successor.person());
        messages.announce(room, manager.id(), "manages", List.of(manager.name()));
    }

    /** Who has been in the room longest, colleagues before those from outside. */
    private Optional<Participant> longest(Room room) {
        return participants.in(room).stream().min(Comparator.comparing(Participant::isOutside));
    }

    private static List<RoomId> ids(List<Room> rooms) {
        return rooms.stream().map(Room::id).toList();
    }

    /** The organization's rooms that the person has to do with in any way, in one order for all. */
    private List<Room> roomsOf(OrganizationId organization, PersonId person) {
        Set<UUID> found = participants.everywhere(person, EnumSet.allOf(Participant.State.class)).stream()
                .map(participant -> participant.room().value())
                .collect(Collectors.toSet());
        return generalRooms.findByRoomIdInAndOrganizationIdOrderByRoomId(found, organization.value()).stream()
                .map(general -> rooms.findForKind(general.room()))
                .toList();
    }
}
