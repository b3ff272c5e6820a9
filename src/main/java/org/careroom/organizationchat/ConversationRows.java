package org.careroom.organizationchat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.careroom.messaging.Histories;
import org.careroom.messaging.MessageView;
import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.Rooms;
import org.careroom.organizationchat.ConversationFilter.Show;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the rows of {@link ConversationList} as their reader sees them: names, the latest message, and what waits. */
@Component
class ConversationRows {

    private final JdbcClient jdbc;
    private final Rooms rooms;
    private final Histories histories;
    private final People people;

    ConversationRows(JdbcClient jdbc, Rooms rooms, Histories histories, People people) {
        this.jdbc = jdbc;
        this.rooms = rooms;
        this.histories = histories;
        this.people = people;
    }

    /**
     * One page of a list.
     *
     * @param organization whether it is an organization's list, in which the owner is named beside each conversation
     */
    List<ConversationRow> of(Person who, boolean organization, List<Listed> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        List<RoomId> ids = page.stream().map(Listed::id).toList();
        Map<RoomId, MessageView> latest = histories.latest(ids);
        List<RoomId> nameless = page.stream()
                .filter(row -> row.name().isEmpty())
                .map(Listed::id)
                .toList();
        Map<RoomId, String> names = organization ? namesBesideOwner(nameless) : rooms.namesFor(who, nameless);
        Map<PersonId, Person> named = people.named(mentioned(page));
        List<ConversationRow> rows = new ArrayList<>();
        for (Listed row : page) {
            boolean owner = row.owner().equals(who.id());
            rows.add(new ConversationRow(
                    row.id(),
                    row.name().isEmpty() ? names.getOrDefault(row.id(), name(row.owner(), named)) : row.name(),
                    row.owner(),
                    name(row.owner(), named),
                    row.community(),
                    row.open(),
                    row.lastSequence(),
                    Math.max(0, row.lastSequence() - row.readUpTo()),
                    row.muted(),
                    who.isStaff() ? row.awaitingSince() : null,
                    who.isStaff() ? nameOrNull(row.claimedBy(), named) : null,
                    owner ? nameOrNull(row.answeredBy(), named) : null,
                    row.lastActivity(),
                    latest.get(row.id())));
        }
        return rows;
    }

    /** In the Organization view the owner is named beside it: clients first, it is called after all the others. */
    private Map<RoomId, String> namesBesideOwner(List<RoomId> rooms) {
        Map<RoomId, String> names = new HashMap<>();
        jdbc.sql("""
                        select p.room_id, string_agg(a.name, ', ' order by a.kind, a.name) as names
                        from participant p join account a on a.id = p.person_id join conversation c on c.room_id = p.room_id
                        where p.room_id = any(:rooms) and p.person_id <> c.owner_id and p.state in ('IN', 'SUSPENDED')
                        group by p.room_id
                        """)
                .param("rooms", rooms.stream().map(RoomId::value).toArray(UUID[]::new))
                .query(row -> {
                    names.put(new RoomId(row.getObject("room_id", UUID.class)), row.getString("names"));
                });
        return names;
    }

    private static Set<PersonId> mentioned(List<Listed> page) {
        Set<PersonId> mentioned = new HashSet<>();
        for (Listed row : page) {
            mentioned.add(row.owner());
            if (row.claimedBy() != null) {
                mentioned.add(row.claimedBy());
            }
            if (row.answeredBy() != null) {
                mentioned.add(row.answeredBy());
            }
        }
        return mentioned;
    }

    private static String name(PersonId person, Map<PersonId, Person> named) {
        return Objects.requireNonNull(named.get(person)).name();
    }

    private static @Nullable String nameOrNull(@Nullable PersonId person, Map<PersonId, Person> named) {
        return person == null ? null : name(person, named);
    }

    /** A conversation as the lists' queries give it. */
    record Listed(
            RoomId id,
            String name,
            PersonId owner,
            boolean community,
            boolean open,
            long lastSequence,
            long readUpTo,
            boolean muted,
            @Nullable Instant awaitingSince,
            @Nullable PersonId claimedBy,
            @Nullable PersonId answeredBy,
            Instant lastActivity) {

        static Listed of(ResultSet row, int number) throws SQLException {
            Timestamp awaiting = row.getTimestamp("awaiting_since");
            return new Listed(
                    new RoomId(row.getObject("room_id", UUID.class)),
                    row.getString("name"),
                    new PersonId(row.getObject("owner_id", UUID.class)),
                    row.getBoolean("community"),
                    row.getBoolean("open"),
                    row.getLong("last_sequence"),
                    row.getLong("read_up_to"),
                    row.getBoolean("muted"),
                    awaiting == null ? null : awaiting.toInstant(),
                    person(row, "claimed_by"),
                    person(row, "answered_by"),
                    row.getTimestamp("last_activity").toInstant());
        }

        private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
            UUID id = row.getObject(column, UUID.class);
            return id == null ? null : new PersonId(id);
        }

        RoomFilter.Key key(Show show) {
            Instant at = show == Show.UNANSWERED ? Objects.requireNonNull(awaitingSince) : lastActivity;
            return new RoomFilter.Key(at, id.value());
        }
    }
}
