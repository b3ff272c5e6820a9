package org.careroom.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careroom.shared.Id;
import org.careroom.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of calls. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CallStore {

    private static final String COLUMNS =
            "select id, place_kind, place_id, begun_at, ended_at, locked, chat_sequence from call ";

    private final JdbcClient jdbc;
    private final Clock clock;

    CallStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Has the call to itself until the transaction ends; an ended one too. */
    CallRow lock(CallId id) {
        return jdbc.sql(COLUMNS + "where id = ? for update")
                .param(id.value())
                .query(CallStore::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    CallRow look(CallId id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id.value())
                .query(CallStore::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    Optional<CallId> open(PlaceKind kind, UUID place) {
        return jdbc.sql("select id from call where place_kind = ? and place_id = ? and ended_at is null")
                .params(kind.name(), place)
                .query(UUID.class)
                .optional()
                .map(CallId::new);
    }

    /** Begins a call unless one is open; who comes second waits for the first one's commit. */
    Optional<CallId> begin(PlaceKind kind, UUID place) {
        return jdbc.sql("""
                        insert into call (id, place_kind, place_id, begun_at) values (?, ?, ?, ?)
                        on conflict (place_kind, place_id) where ended_at is null do nothing returning id""")
                .params(Id.next(), kind.name(), place, Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(CallId::new);
    }

    void setLocked(CallId id, boolean locked) {
        jdbc.sql("update call set locked = ? where id = ?")
                .params(locked, id.value())
                .update();
    }

    /** The call has ended: nothing of what was said stays. */
    void end(CallId id) {
        jdbc.sql("update call set ended_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id.value())
                .update();
        jdbc.sql("delete from call_message where call_id = ?").param(id.value()).update();
    }

    /** Calls that end when empty, were begun this long ago, and in which nobody has a seat. */
    List<CallId> empty(Duration age) {
        return jdbc.sql("""
                        select id from call where ended_at is null and place_kind <> 'CONSULTATION' and begun_at < ?
                        and not exists (select from seat where call_id = call.id and state in ('KNOCKING', 'SEATED', 'HELD'))""").param(Timestamp.from(clock.instant().minus(age))).query(UUID.class).list().stream()
                .map(CallId::new)
                .toList();
    }

    private static CallRow row(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new CallRow(
                new CallId(row.getObject("id", UUID.class)),
                PlaceKind.valueOf(row.getString("place_kind")),
                row.getObject("place_id", UUID.class),
                row.getTimestamp("begun_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getBoolean("locked"),
                row.getLong("chat_sequence"));
    }
}
