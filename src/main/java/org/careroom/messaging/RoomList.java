package org.careroom.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.careroom.people.Person;
import org.careroom.shared.LikePattern;
import org.careroom.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A person's own list of rooms, latest activity first, paged by key. */
@Repository
class RoomList {

    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Histories histories;
    private final List<RoomContext> kinds;

    RoomList(JdbcClient jdbc, Histories histories, List<RoomContext> kinds) {
        this.jdbc = jdbc;
        this.histories = histories;
        this.kinds = kinds;
    }

    Slice<RoomRow> of(Person who, RoomFilter filter) {
        List<Listed> found = find(who, filter);
        List<Listed> page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        String next = found.size() > PAGE ? page.get(PAGE - 1).key().toString() : null;
        return new Slice<>(rows(who, page), next);
    }

    private List<Listed> find(Person who, RoomFilter filter) {
        String after = filter.after() == null ? "" : " and (r.last_activity, r.id) < (:after, :afterRoom)";
        String search = filter.search().isEmpty() ? "" : """
                   and (r.name ilike :search or r.id = any(:belonging) or exists (
                       select from participant o join account a on a.id = o.person_id
                       where o.room_id = r.id and o.state = 'IN' and o.person_id <> :who and a.name ilike :search))
                  """;
        var query = jdbc.sql("""
                        select r.id, r.kind, r.name, r.open, r.last_sequence, r.last_activity, p.read_up_to, p.muted
                        from participant p join room r on r.id = p.room_id
                        where p.person_id = :who and p.state = 'IN' and not p.in_conversation and r.open = :open
                        """ + after + search + " order by r.last_activity desc, r.id desc limit " + (PAGE + 1))
                .param("who", who.id().value())
                .param("open", filter.open());
        if (filter.after() != null) {
            query = query.param("after", filter.after().lastActivity().atOffset(ZoneOffset.UTC))
                    .param("afterRoom", filter.after().room());
        }
        if (!filter.search().isEmpty()) {
            query = query.param("search", LikePattern.containing(filter.search()))
                    .param("belonging", belongingTo(who, filter.search()));
        }
        return query.query(Listed::of).list();
    }

    private List<RoomRow> rows(Person who, List<Listed> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<RoomId, MessageView> latest = histories.latest(
                page.stream().map(room -> new RoomId(room.id())).toList());
        Map<UUID, String> names = othersIn(
                page.stream()
                        .filter(room -> room.name().isEmpty())
                        .map(Listed::id)
                        .toList(),
                who);
        Map<RoomId, String> contexts = contexts(page);
        List<RoomRow> rows = new ArrayList<>();
        for (Listed room : page) {
            rows.add(new RoomRow(
                    new RoomId(room.id()),
                    room.kind(),
                    room.name().isEmpty() ? names.getOrDefault(room.id(), who.name()) : room.name(),
                    contexts.getOrDefault(new RoomId(room.id()), ""),
                    room.name().isEmpty(),
                    room.open(),
                    room.lastSequence(),
                    Math.max(0, room.lastSequence() - room.readUpTo()),
                    room.muted(),
                    room.lastActivity(),
                    latest.get(new RoomId(room.id()))));
        }
        return rows;
    }

    private UUID[] belongingTo(Person who, String search) {
        return kinds.stream()
                .flatMap(kind -> kind.belongingTo(who, search).stream())
                .map(RoomId::value)
                .toArray(UUID[]::new);
    }

    private Map<RoomId, String> contexts(List<Listed> page) {
        Map<RoomId, String> contexts = new HashMap<>();
        for (RoomContext context : kinds) {
            List<RoomId> theirs = page.stream()
                    .filter(room -> room.kind() == context.kind())
                    .map(room -> new RoomId(room.id()))
                    .toList();
            if (!theirs.isEmpty()) {
                contexts.putAll(context.of(theirs));
            }
        }
        return contexts;
    }

    /**
     * What rooms without a name are called for this person: the names of the others who are in them; a room of two is called
     * after one who has left too.
     */
    Map<UUID, String> othersIn(List<UUID> rooms, Person who) {
        Map<UUID, String> names = new HashMap<>();
        if (!rooms.isEmpty()) {
            jdbc.sql("""
                            select p.room_id, string_agg(a.name, ', ' order by a.name) as names
                            from participant p join account a on a.id = p.person_id
                            where p.room_id = any(:rooms) and p.person_id <> :who
                              and (not p.in_conversation or p.state in ('IN', 'SUSPENDED')) group by p.room_id
                            """)
                    .param("rooms", rooms.toArray(UUID[]::new))
                    .param("who", who.id().value())
                    .query(row -> {
                        names.put(row.getObject("room_id", UUID.class), row.getString("names"));
                    });
        }
        return names;
    }

    /** A room as the list's query gives it. */
    private record Listed(
            UUID id,
            RoomKind kind,
            String name,
            boolean open,
            long lastSequence,
            Instant lastActivity,
            long readUpTo,
            boolean muted) {

        static Listed of(ResultSet result, int number) throws SQLException {
            return new Listed(
                    result.getObject("id", UUID.class),
                    RoomKind.valueOf(result.getString("kind")),
                    result.getString("name"),
                    result.getBoolean("open"),
                    result.getLong("last_sequence"),
                    result.getTimestamp("last_activity").toInstant(),
                    result.getLong("read_up_to"),
                    result.getBoolean("muted"));
        }

        RoomFilter.Key key() {
            return new RoomFilter.Key(lastActivity, id);
        }
    }
}
