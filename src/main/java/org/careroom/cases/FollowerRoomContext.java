package org.careroom.cases;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.careroom.messaging.RoomContext;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.people.Person;
import org.careroom.shared.LikePattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Surgeons follow many cases in rooms that are all called Surgeons: each says of which case. */
@Component
class FollowerRoomContext implements RoomContext {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    FollowerRoomContext(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RoomKind kind() {
        return RoomKind.CASE_FOLLOWER;
    }

    @Override
    public Map<RoomId, String> of(Collection<RoomId> rooms) {
        Map<RoomId, String> names = new HashMap<>();
        jdbc.sql("""
                        select g.room_id, c.name from follower_group g join care_case c on c.id = g.case_id
                        where g.room_id = any(:rooms)
                        """)
                .param("rooms", rooms.stream().map(RoomId::value).toArray(UUID[]::new))
                .query(row -> {
                    names.put(
                            new RoomId(row.getObject("room_id", UUID.class)),
                            Objects.requireNonNull(row.getString("name")));
                });
        return names;
    }

    @Override
    public List<RoomId> belongingTo(Person who, String search) {
        return jdbc
                .sql("""
                        select g.room_id from case_person p join care_case c on c.id = p.case_id
                        join follower_group g on g.case_id = c.id
                        where p.person_id = :who and c.name ilike :search order by c.id desc limit :most
                        """)
                .param("who", who.id().value())
                .param("search", LikePattern.containing(search))
                .param("most", MOST)
                .query(UUID.class)
                .list()
                .stream()
                .map(RoomId::new)
                .toList();
    }
}
