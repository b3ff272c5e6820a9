package org.careroom.cases;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.PersonLeft;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.messaging.Strangers;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to cases when people go: who is no longer an admin leaves every group, who is deactivated is suspended from all
 * rooms of the organization's cases, and no open case is left without an admin. All of it in the transaction of its cause.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseDepartures implements SoleDuties {

    private final CaseRepository cases;
    private final FollowerGroupRepository groups;
    private final Rooms rooms;
    private final RoomLife life;
    private final Participants participants;
    private final Messages messages;
    private final People people;
    private final Strangers strangers;
    private final JdbcClient jdbc;

    CaseDepartures(
            CaseRepository cases,
            FollowerGroupRepository groups,
            Rooms rooms,
            RoomLife life,
            Participants participants,
            Messages messages,
            People people,
            Strangers strangers,
            JdbcClient jdbc) {
        this.cases = cases;
        this.groups = groups;
        this.rooms = rooms;
        this.life = life;
        this.participants = participants;
        this.messages = messages;
        this.people = people;
        this.strangers = strangers;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(PersonLeft left) {
        Person person = people.person(left.person());
        switch (left.room().kind()) {
            case CASE ->
                cases.findByRoomId(left.room().id().value())
                        .ifPresent(of -> groups.findByCaseIdOrderByRoomId(
                                        of.id().value())
                                .forEach(group -> leave(rooms.lockForKind(group.room()), person)));
            case CASE_FOLLOWER -> strangers.withdraw(left.room(), person.email()); // it would lead back into the room
            default -> {}
        }
    }

    /** What they asked others into ends with it: a link may lead to an address of their own. */
    private void leave(Room room, Person admin) {
        strangers.withdrawAskedBy(room, admin.id());
        life.removeForKind(room, admin, admin);
    }

    /** Who came from outside before is of the organization now, in the rooms of its cases as well. */
    @EventListener
    void on(MemberApproved approved) {
        roomsOf(approved.organization(), approved.person())
                .forEach(id -> participants
                        .of(rooms.findForKind(id), approved.person())
                        .ifPresent(participants::belong));
    }

    @EventListener
    void on(MemberDeactivated deactivated) {
        become(deactivated.organization(), deactivated.person(), Participant.State.IN, Participant.State.SUSPENDED);
    }

    @EventListener
    void on(MemberReactivated reactivated) {
        become(reactivated.organization(), reactivated.person(), Participant.State.SUSPENDED, Participant.State.IN);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> of(OrganizationId organization, PersonId person) {
        return soleAdmin(organization, person).stream()
                .map(of -> new Duty(Reason.of("case.duty.admin", of.name())))
                .toList();
    }

    /** The successor is an admin of the case, and in every group that the other one was in. */
    @Override
    public void handOver(OrganizationId organization, PersonId from, PersonId to, Person by) {
        Person successor = people.person(to);
        for (CaseEntity of : soleAdmin(organization, from)) {
            roomsOf(of).map(rooms::lockForKind).forEach(room -> {
                boolean wasIn =
                        participants.again(room, from).filter(Participant::isIn).isPresent();
                if (wasIn) {
                    participants.manage(participants.enter(room, to, Participant.State.IN, false, by.id()), true);
                    messages.announce(room, by.id(), "added", List.of(by.name(), successor.name()));
                    life.changed(room, Set.of(to));
                }
            });
        }
    }

    private List<CaseEntity> soleAdmin(OrganizationId organization, PersonId person) {
        return jdbc
                .sql("""
                        select c.id from care_case c join participant p on p.room_id = c.room_id
                        where c.organization_id = :organization and c.open and p.person_id = :person and p.state = 'IN'
                          and not exists (select from participant o where o.room_id = c.room_id
                                          and o.person_id <> :person and o.state = 'IN')
                        order by c.id
                        """)
                .param("organization", organization.value())
                .param("person", person.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> cases.findById(id).orElseThrow())
                .toList();
    }

    private void become(OrganizationId organization, PersonId person, Participant.State from, Participant.State to) {
        for (RoomId id : roomsOf(organization, person)) {
            Room room = rooms.lockForKind(id);
            participants
                    .again(room, person)
                    .filter(participant -> participant.state() == from)
                    .ifPresent(participant -> {
                        participants.become(participant, to);
                        if (to == Participant.State.SUSPENDED) {
                            strangers.withdrawAskedBy(room, person);
                        }
                        life.changed(room, Set.of(person));
                    });
        }
    }

    /** The rooms of the organization's cases that the person has to do with in any way, in the order they are locked in. */
    private List<RoomId> roomsOf(OrganizationId organization, PersonId person) {
        UUID[] known = participants.everywhere(person, EnumSet.allOf(Participant.State.class)).stream()
                .map(participant -> participant.room().value())
                .toArray(UUID[]::new);
        return jdbc
                .sql("""
                        select room from (
                            select room_id as room from care_case where organization_id = :organization
                            union all
                            select g.room_id from follower_group g join care_case c on c.id = g.case_id
                            where c.organization_id = :organization) r
                        where room = any(:known) order by room
                        """)
                .param("organization", organization.value())
                .param("known", known)
                .query(UUID.class)
                .list()
                .stream()
                .map(RoomId::new)
                .toList();
    }

    private Stream<RoomId> roomsOf(CaseEntity of) {
        return Stream.concat(
                        Stream.of(of.room()),
                        groups.findByCaseIdOrderByRoomId(of.id().value()).stream()
                                .map(FollowerGroup::room))
                .sorted((one, other) ->
                        Objects.compare(one.toString(), other.toString(), java.util.Comparator.naturalOrder()));
    }
}
