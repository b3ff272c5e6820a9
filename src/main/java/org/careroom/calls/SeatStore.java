package org.careroom.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of seats. Who comes in or goes is written only behind the call's lock. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SeatStore {

    private static final String LIVE = "state in ('KNOCKING', 'SEATED', 'HELD')";
    private static final String SELECT = """
            select id, call_id, person_id, name, host, state, last_seen_at, away, muted, muted_by, camera_off, sharing,
            admitted, chat_from from seat\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    SeatStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All seats of the call that pages hold, in the order in which they came. */
    List<Seat> live(CallId call) {
        return jdbc.sql(SELECT + "where call_id = ? and " + LIVE + " order by id")
                .param(call.value())
                .query(SeatStore::row)
                .list();
    }

    /** All seats that this person has or had in the call, the last one last. */
    List<Seat> of(CallId call, PersonId person) {
        return jdbc.sql(SELECT + "where call_id = ? and person_id = ? order by id")
                .params(call.value(), person.value())
                .query(SeatStore::row)
                .list();
    }

    Optional<Seat> find(CallId call, SeatId seat) {
        return jdbc.sql(SELECT + "where id = ? and call_id = ?")
                .params(seat.value(), call.value())
                .query(SeatStore::row)
                .optional();
    }

    void add(Seat seat) {
        jdbc.sql("""
                        insert into seat (id, call_id, person_id, name, host, state, since, last_seen_at, admitted, chat_from)
                        values (:id, :call, :person, :name, :host, :state, :now, :now, :admitted, :chatFrom)""")
                .param("id", seat.id().value())
                .param("call", seat.call().value())
                .param("person", seat.person().value())
                .param("name", seat.name())
                .param("host", seat.host())
                .param("state", seat.state().name())
                .param("now", Timestamp.from(clock.instant()))
                .param("admitted", seat.admitted())
                .param("chatFrom", seat.chatFrom(), Types.BIGINT)
                .update();
    }

    /** The seat is on hold, or seated, from now on; who is seated first reads the chat from here. */
    void turn(SeatId seat, SeatState state) {
        jdbc.sql("""
                        update seat set state = :state, admitted = true, chat_from = case when :state = 'SEATED' then coalesce(chat_from,
                        (select chat_sequence from call where call.id = seat.call_id)) else chat_from end where id = :seat""").param("state", state.name()).param("seat", seat.value()).update();
    }

    /** The page has the seat no longer. */
    void end(SeatId seat, SeatState state) {
        jdbc.sql("update seat set state = ?, left_at = ?, away = false where id = ?")
                .params(state.name(), Timestamp.from(clock.instant()), seat.value())
                .update();
    }

    /** The call has ended for all; what they were called is nobody's business any more. */
    void endAll(CallId call) {
        jdbc.sql("update seat set state = 'LEFT', left_at = ? where call_id = ? and " + LIVE)
                .params(Timestamp.from(clock.instant()), call.value())
                .update();
        jdbc.sql("update seat set name = '', muted_by = null where call_id = ?")
                .param(call.value())
                .update();
    }

    /** What the page says of itself; who was muted by a host counts as muted until the page says so. */
    void seen(SeatId seat, Devices devices) {
        jdbc.sql("""
                        update seat set last_seen_at = :now, away = false, muted = :muted or muted_by is not null,
                        muted_by = case when :muted then null else muted_by end, camera_off = :cameraOff, sharing = :sharing
                        where id = :seat and\s""" + LIVE)
                .param("now", Timestamp.from(clock.instant()))
                .param("muted", devices.muted())
                .param("cameraOff", devices.cameraOff())
                .param("sharing", devices.sharing())
                .param("seat", seat.value())
                .update();
    }

    void mute(SeatId seat, String by) {
        jdbc.sql("update seat set muted = true, muted_by = ? where id = ?")
                .params(by, seat.value())
                .update();
    }

    /** @return whether it was not away before */
    boolean away(SeatId seat) {
        return jdbc.sql("update seat set away = true where id = ? and not away and " + LIVE)
                        .param(seat.value())
                        .update()
                > 0;
    }

    /** Marks those as away that were last heard of before. @return the calls in which somebody was not away so far */
    List<CallId> markAway(Instant before) {
        return calls(jdbc.sql(
                        "update seat set away = true where id in (select id from seat where not away and last_seen_at < ? and "
                                + LIVE + " for update skip locked) returning call_id")
                .param(Timestamp.from(before)));
    }

    /** The calls in which somebody was last heard of before. */
    List<CallId> withSilent(Instant before) {
        return calls(jdbc.sql("select call_id from seat where last_seen_at < ? and " + LIVE)
                .param(Timestamp.from(before)));
    }

    /** Whom hosts have sent away from the open call of the place, or not let in. */
    Set<PersonId> removed(PlaceKind kind, UUID place) {
        return jdbc.sql("""
                        select person_id from seat join call on call.id = call_id
                        where place_kind = ? and place_id = ? and ended_at is null and state = 'REMOVED'""").params(kind.name(), place).query(UUID.class).list().stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    void readmit(CallId call, PersonId person) {
        jdbc.sql("update seat set state = 'LEFT' where call_id = ? and person_id = ? and state = 'REMOVED'")
                .params(call.value(), person.value())
                .update();
    }

    /** The calls in which this person has a seat or waits for one. */
    List<CallId> withLive(PersonId person) {
        return calls(jdbc.sql("select call_id from seat where person_id = ? and " + LIVE)
                .param(person.value()));
    }

    private static List<CallId> calls(JdbcClient.StatementSpec statement) {
        return statement.query(UUID.class).list().stream()
                .distinct()
                .sorted()
                .map(CallId::new)
                .toList();
    }

    /** How many of these states there are in the open call of each place; places with nobody are left out. */
    Map<UUID, Integer> count(PlaceKind kind, Collection<UUID> places, Set<SeatState> states) {
        if (places.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select place_id, count(*) as found from seat join call on call.id = call_id
                        where place_kind = :kind and place_id in (:places) and ended_at is null and state in (:states)
                        group by place_id""")
                .param("kind", kind.name())
                .param("places", places)
                .param("states", states.stream().map(Enum::name).toList())
                .query((row, number) -> Map.entry(row.getObject("place_id", UUID.class), row.getInt("found")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Seat row(ResultSet row, int number) throws SQLException {
        return new Seat(
                new SeatId(row.getObject("id", UUID.class)),
                new CallId(row.getObject("call_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("host"),
                SeatState.valueOf(row.getString("state")),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getBoolean("away"),
                row.getBoolean("muted"),
                row.getString("muted_by"),
                row.getBoolean("camera_off"),
                row.getBoolean("sharing"),
                row.getBoolean("admitted"),
                row.getObject("chat_from", Long.class));
    }
}
