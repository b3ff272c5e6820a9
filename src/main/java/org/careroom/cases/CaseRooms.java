package org.careroom.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.people.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All rooms of a case at once: its own and those of its groups. */
@Component
class CaseRooms {

    private final FollowerGroupRepository groups;
    private final Rooms rooms;
    private final RoomLife life;
    private final JdbcClient jdbc;

    CaseRooms(FollowerGroupRepository groups, Rooms rooms, RoomLife life, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.rooms = rooms;
        this.life = life;
    }

    /** The case that a room belongs to; empty for rooms of other kinds. */
    Optional<CaseId> caseOf(RoomId room) {
        return jdbc.sql("""
                        select id from care_case where room_id = :room
                        union all select case_id from follower_group where room_id = :room
                        """)
                .param("room", room.value())
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }

    /** The case's own room is called as the case is, and its followers read that name in theirs. */
    void renamed(Person who, CaseEntity of) {
        life.renameForKind(rooms.lockForKind(of.room()), who, of.name());
        ofGroups(of).forEach(room -> life.changed(room, Set.of()));
    }

    void close(Person who, CaseEntity of) {
        each(of, who, life::closeForKind);
    }

    void reopen(Person who, CaseEntity of) {
        each(of, who, life::reopenForKind);
    }

    private void each(CaseEntity of, Person who, BiConsumer<Room, Person> what) {
        lock(of).forEach(room -> what.accept(room, who));
    }

    /**
     * All of them, had to oneself until the transaction ends: the case's own first, then the others in the order of their ids.
     * Whoever changes several locks all of them so before, and none waits for another.
     */
    List<Room> lock(CaseEntity of) {
        List<Room> all = new ArrayList<>();
        all.add(rooms.lockForKind(of.room()));
        all.addAll(lockGroups(of));
        return all;
    }

    /** Those of its groups, to look at. */
    Stream<Room> ofGroups(CaseEntity of) {
        return groups.findByCaseIdOrderByRoomId(of.id().value()).stream().map(group -> rooms.findForKind(group.room()));
    }

    /** Those of its groups, for who has the case's own. */
    List<Room> lockGroups(CaseEntity of) {
        return groups.findByCaseIdOrderByRoomId(of.id().value()).stream()
                .map(group -> rooms.lockForKind(group.room()))
                .toList();
    }
}
