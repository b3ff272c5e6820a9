package org.careroom.cases;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.PersonLeft;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.messaging.Strangers;
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
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to cases when people go: who is no longer an admin leaves every group, who is deactivated is suspended from all
 * rooms of the organization's cases, and no case is left without an admin. All of it in the transaction of its cause.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseDepartures implements SoleDuties {

    private final CaseRepository cases;
    private final FollowerGroupRepository groups;
    private final CaseRooms caseRooms;
    private final CaseAdmins admins;
    private final CaseRequests requests;
    private final CaseLog log;
    private final Rooms rooms;
    private final RoomLife life;
    private final Participants participants;
    private final People people;
    private final Strangers strangers;
    private final Suspensions suspensions;
    private final JdbcClient jdbc;

    CaseDepartures(
            CaseRepository cases,
            FollowerGroupRepository groups,
            CaseRooms caseRooms,
            CaseAdmins admins,
            CaseRequests requests,
            CaseLog log,
            Rooms rooms,
            RoomLife life,
            Participants participants,
            People people,
            Strangers strangers,
            Suspensions suspensions,
            JdbcClient jdbc) {
        this.cases = cases;
        this.groups = groups;
        this.caseRooms = caseRooms;
        this.admins = admins;
        this.requests = requests;
        this.log = log;
        this.rooms = rooms;
        this.life = life;
        this.participants = participants;
        this.people = people;
        this.strangers = strangers;
        this.suspensions = suspensions;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(PersonLeft left) {
        Person person = people.person(left.person());
        Person cause = people.person(left.cause());
        switch (left.room().kind()) {
            case CASE -> cases.findByRoomId(left.room().id().value()).ifPresent(of -> leave(of, person, cause));
            case CASE_FOLLOWER ->
                groups.findByRoomId(left.room().id().value())
                        .ifPresent(group -> leave(group, left.room(), person, cause));
            default -> {}
        }
    }

    /** What they asked others into ends with it: a link may lead to an address of their own. */
    private void leave(CaseEntity of, Person admin, Person cause) {
        log.note(of, cause, CaseEvent.Kind.ADMIN_REMOVED, admin.name());
        caseRooms.lockGroups(of).forEach(room -> {
            strangers.withdrawAskedBy(room, admin.id());
            life.removeForKind(room, cause, admin);
        });
    }

    /** What they ask for there nobody needs to answer any more. */
    private void leave(FollowerGroup group, Room room, Person person, Person cause) {
        requests.end(cause, group.id(), person.id());
        boolean admin = participants
                .of(room, person.id())
                .filter(Participant::isManager)
                .isPresent();
        CaseEvent.Kind kind = admin ? CaseEvent.Kind.GROUP_LEFT : CaseEvent.Kind.FOLLOWER_REMOVED;
        cases.findById(group.of().value())
                .ifPresent(of -> log.note(of, cause, kind, null, person.name(), "", room.name()));
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
        PersonId person = deactivated.person();
        suspensions.suspend(roomsOf(deactivated.organization(), person), person, room -> {
            requireOtherAdmin(room);
            note(room, deactivated.by(), CaseEvent.Kind.SUSPENDED, person);
        });
    }

    @EventListener
    void on(MemberReactivated reactivated) {
        PersonId person = reactivated.person();
        suspensions.bringBack(
                roomsOf(reactivated.organization(), person),
                person,
                room -> note(room, reactivated.by(), CaseEvent.Kind.BACK, person));
    }

    private void note(Room room, PersonId by, CaseEvent.Kind kind, PersonId person) {
        caseRooms
                .caseOf(room.id())
                .flatMap(id -> cases.findById(id.value()))
                .ifPresent(of -> log.note(
                        of, people.person(by), kind, null, people.person(person).name(), "", room.name()));
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
            List<Room> all = caseRooms.lock(of);
            Set<RoomId> theirs = all.stream()
                    .filter(room -> participants
                            .again(room, from)
                            .filter(Participant::isIn)
                            .isPresent())
                    .map(Room::id)
                    .collect(Collectors.toSet());
            admins.letIn(by, of, all, theirs, successor);
        }
    }

    private List<CaseEntity> soleAdmin(OrganizationId organization, PersonId person) {
        return jdbc
                .sql("""
                        select c.id from care_case c join participant p on p.room_id = c.room_id
                        where c.organization_id = :organization and p.person_id = :person and p.state = 'IN'
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

    /** Another admin may have gone since it was looked whether a successor is needed. */
    private void requireOtherAdmin(Room room) {
        if (room.kind() == RoomKind.CASE && participants.personsIn(room).isEmpty()) {
            throw new Invalid("successor", Reason.of("member.successor.needed"));
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
                            select id as of, room_id as room, false as of_group from care_case where organization_id = :organization
                            union all
                            select c.id, g.room_id, true from follower_group g join care_case c on c.id = g.case_id
                            where c.organization_id = :organization) r
                        where room = any(:known) order by of, of_group, room
                        """)
                .param("organization", organization.value())
                .param("known", known)
                .query(UUID.class)
                .list()
                .stream()
                .map(RoomId::new)
                .toList();
    }
}
