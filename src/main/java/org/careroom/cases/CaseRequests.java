package org.careroom.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.messaging.Decision;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a follower may not do in their room, they ask the admins of the case for: one open request for each person and
 * action. It stands in the case's own room, with the action offered there (product 4).
 */
@Service
@Transactional
public class CaseRequests {

    /** What can be asked for. */
    private static final Set<RoomAction> ASKED = Set.of(
            RoomAction.ADD_PEOPLE,
            RoomAction.REMOVE_PEOPLE,
            RoomAction.LEAVE,
            RoomAction.RENAME,
            RoomAction.MANAGE,
            RoomAction.CLOSE,
            RoomAction.REOPEN);

    private final CaseDoor door;
    private final CaseRepository cases;
    private final FollowerGroupRepository groups;
    private final CaseLog log;
    private final RoomDoor roomDoor;
    private final Rooms rooms;
    private final RoomLife life;
    private final Messages messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseRequests(
            CaseDoor door,
            CaseRepository cases,
            FollowerGroupRepository groups,
            CaseLog log,
            RoomDoor roomDoor,
            Rooms rooms,
            RoomLife life,
            Messages messages,
            JdbcClient jdbc,
            Clock clock) {
        this.door = door;
        this.cases = cases;
        this.groups = groups;
        this.log = log;
        this.roomDoor = roomDoor;
        this.rooms = rooms;
        this.life = life;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A request that nobody has answered. */
    public record Open(
            RequestId id,
            GroupId group,
            String groupName,
            PersonId person,
            String personName,
            RoomAction action,
            Instant askedAt) {}

    /**
     * Asks the admins; asking again changes nothing.
     *
     * @throws NotFound when the person is not in this room, or it is none of a follower group
     * @throws Refused when they may do it themselves, or it cannot be asked for
     */
    public void ask(Person who, RoomId id, RoomAction action) {
        FollowerGroup group = groups.findByRoomId(id.value()).orElseThrow(NotFound::new);
        CaseEntity of = cases.findAndLock(group.of().value()).orElseThrow(NotFound::new);
        Room room = roomDoor.open(who, RoomAction.READ, id);
        Decision decision = roomDoor.ask(who, action, room);
        if (decision.allowed() || !ASKED.contains(action)) {
            throw new Refused(Reason.of("case.ask.needless"));
        }
        int asked = jdbc.sql("""
                        insert into case_request (id, case_id, group_id, person_id, action, asked_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        Id.next(),
                        of.id().value(),
                        group.id().value(),
                        who.id().value(),
                        action.name(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (asked > 0) {
            messages.announce(
                    rooms.lockForKind(of.room()),
                    who.id(),
                    "asked." + action.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    List.of(who.name(), room.name()));
            life.changed(rooms.findForKind(of.room()), Set.of());
            life.changed(room, Set.of());
            log.note(of, who, CaseEvent.Kind.ASKED, null, room.name(), "", action.name());
        }
    }

    /** Says that a request needs nothing more; what was asked for is done where it belongs. */
    public void answer(Person who, CaseId id, RequestId request) {
        CaseEntity of = door.lockAsAdmin(who, id);
        List<UUID> answered = jdbc.sql("""
                        update case_request q set answered_at = ?, answered_by = ? from follower_group g
                        where q.id = ? and q.case_id = ? and q.answered_at is null and g.id = q.group_id returning g.room_id
                        """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), who.id().value(), request.value(), id.value())
                .query(UUID.class)
                .list();
        for (UUID room : answered) {
            life.changed(rooms.findForKind(of.room()), Set.of());
            life.changed(rooms.findForKind(new RoomId(room)), Set.of());
        }
    }

    /** Whoever has gone from a group asks for nothing there any more. */
    void end(Person by, GroupId group, PersonId gone) {
        jdbc.sql("""
                        update case_request set answered_at = ?, answered_by = ?
                        where group_id = ? and person_id = ? and answered_at is null
                        """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), by.id().value(), group.value(), gone.value())
                .update();
    }

    /** The open requests of a case, oldest first, for its admins. */
    @Transactional(readOnly = true)
    public List<Open> open(Person who, CaseId id) {
        return openOf(door.lookAsAdmin(who, id));
    }

    List<Open> openOf(CaseEntity of) {
        return jdbc.sql("""
                        select q.*, r.name as group_name, a.name as person_name
                        from case_request q join follower_group g on g.id = q.group_id join room r on r.id = g.room_id
                        join account a on a.id = q.person_id
                        where q.case_id = ? and q.answered_at is null order by q.id
                        """).param(of.id().value()).query(CaseRequests::request).list();
    }

    /** What this person has asked for in a group and nobody has answered. */
    Set<RoomAction> askedBy(Person who, GroupId group) {
        return jdbc
                .sql("select action from case_request where group_id = ? and person_id = ? and answered_at is null")
                .params(group.value(), who.id().value())
                .query(String.class)
                .list()
                .stream()
                .map(RoomAction::valueOf)
                .collect(Collectors.toSet());
    }

    private static Open request(ResultSet row, int number) throws SQLException {
        return new Open(
                new RequestId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("group_name"),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("person_name"),
                RoomAction.valueOf(row.getString("action")),
                row.getTimestamp("asked_at").toInstant());
    }
}
