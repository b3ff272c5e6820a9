package org.careroom.generalrooms;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.PersonLeft;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Duty;
import org.careroom.organizations.MemberDeactivated;
import org.careroom.organizations.MemberReactivated;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.SoleDuties;
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
    private final Participants participants;
    private final Rooms rooms;
    private final RoomLife life;

    Departures(GeneralRoomRepository generalRooms, Participants participants, Rooms rooms, RoomLife life) {
        this.generalRooms = generalRooms;
        this.participants = participants;
        this.rooms = rooms;
        this.life = life;
    }

    @EventListener
    void on(MemberDeactivated deactivated) {
        become(deactivated.organization(), deactivated.person(), Participant.State.IN, Participant.State.SUSPENDED);
    }

    @EventListener
    void on(MemberReactivated reactivated) {
        become(reactivated.organization(), reactivated.person(), Participant.State.SUSPENDED, Participant.State.IN);
    }

    /** The one who has been in the room longest manages it when its last manager has gone. */
    @EventListener
    void on(PersonLeft left) {
        List<Participant> staying = participants.in(left.room());
        if (staying.stream().noneMatch(Participant::isManager)) {
            staying.stream()
                    .min(Comparator.comparing(Participant::isOutside))
                    .ifPresent(longest -> participants.manage(longest, true));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> of(OrganizationId organization, PersonId person) {
        return soleManaged(organization, person).stream()
                .map(room -> new Duty(Reason.of("general.duty.manager", room.name())))
                .toList();
    }

    @Override
    public void handOver(OrganizationId organization, PersonId from, PersonId to, Person by) {
        for (Room room : soleManaged(organization, from)) {
            Participant successor = participants
                    .of(room, to)
                    .filter(Participant::isIn)
                    .orElseGet(() -> participants.enter(room, to, Participant.State.IN, false, by.id()));
            participants.manage(successor, true);
            life.changed(room, Set.of(to));
        }
    }

    private List<Room> soleManaged(OrganizationId organization, PersonId person) {
        return in(organization, person, Participant.State.IN).stream()
                .filter(room -> participants.in(room).stream()
                        .filter(Participant::isManager)
                        .map(Participant::person)
                        .toList()
                        .equals(List.of(person)))
                .filter(room -> participants.in(room).size() > 1)
                .toList();
    }

    private void become(OrganizationId organization, PersonId person, Participant.State from, Participant.State to) {
        for (Room room : in(organization, person, from)) {
            participants.of(room, person).ifPresent(participant -> participants.become(participant, to));
            life.changed(room, Set.of(person));
        }
    }

    /** The organization's rooms in which the person is, as one of its members, in this state. */
    private List<Room> in(OrganizationId organization, PersonId person, Participant.State state) {
        Set<UUID> inside = participants.everywhere(person, Set.of(state)).stream()
                .filter(participant -> !participant.isOutside())
                .map(participant -> participant.room().value())
                .collect(Collectors.toSet());
        return generalRooms.findByRoomIdInAndOrganizationId(inside, organization.value()).stream()
                .map(general -> rooms.findForKind(general.room()))
                .toList();
    }
}
