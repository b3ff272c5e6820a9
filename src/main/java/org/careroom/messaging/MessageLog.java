package org.careroom.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of each room. It is written in SQL because its promise hangs on single statements: a message takes its number
 * while the room's row is locked, so numbers become visible in order and "after N" never skips one that commits late.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MessageLog {

    private static final String SELECT = """
            select m.*, q.author_id as quoted_author, q.on_behalf_of as quoted_on_behalf_of,
                   q.writer_name as quoted_writer_name, q.owner_name as quoted_owner_name, q.body as quoted_body, q.deleted_at as quoted_deleted
            from message m left join message q on q.room_id = m.room_id and q.sequence = m.quotes
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<StoredMessage> row = this::message;

    MessageLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Stores a message under the room's next number, lets its author have read up to it, and the owner in whose name it was
     * written nothing unread any more (which does not say that they have read it: no read mark is set), and marks the room as one that may
     * hold something unread for the others ({@link UnreadRooms}). The room is locked already, so that the marks are seen as
     * they are.
     *
     * @return its number; empty when the room is closed, or holds a message of this author under this client key
     */
    Optional<Long> append(StoredMessage message) {
        OnBehalf onBehalf = message.onBehalf();
        return jdbc.sql("""
                        with numbered as (
                            update room set last_sequence = last_sequence + 1, last_activity = :now
                            where id = :room and (open or :kind <> 'TEXT')
                              and not exists (select from message m where m.room_id = :room and m.author_id = :author and m.client_key = :clientKey)
                            returning last_sequence as sequence
                        ), stored as (
                            insert into message (room_id, sequence, id, author_id, client_key, kind, body, details, quotes, sent_at,
                                                 on_behalf_of, writer_name, owner_name)
                            select :room, sequence, :id, :author, :clientKey, :kind, :body, :details::jsonb, :quotes, :now,
                                   :owner, :writerName, :ownerName
                            from numbered
                        ), read as (
                            update participant set read_up_to = sequence
                            from numbered where room_id = :room and person_id in (:author, :owner)
                        ), marked as (
                            update participant set maybe_unread = true
                            from numbered where room_id = :room and person_id <> :author
                              and person_id is distinct from :owner::uuid and not maybe_unread
                        )
                        select sequence from numbered
                        """)
                .param("room", message.room().value())
                .param("now", utc(message.sentAt()))
                .param("id", message.id())
                .param("author", message.author().value())
                .param("clientKey", message.clientKey())
                .param("kind", message.kind().name())
                .param("body", message.body())
                .param("details", json(message.details()), Types.VARCHAR)
                .param(
                        "quotes",
                        message.quoted() == null ? null : message.quoted().sequence(),
                        Types.BIGINT)
                .param("owner", onBehalf == null ? null : onBehalf.owner().value(), Types.OTHER)
                .param("writerName", onBehalf == null ? null : onBehalf.writerName(), Types.VARCHAR)
                .param("ownerName", onBehalf == null ? null : onBehalf.ownerName(), Types.VARCHAR)
                .query(Long.class)
                .optional();
    }

    /** Puts a new text in the place of a message's, keeps the earlier one, and counts it as the room's next change. */
    void replace(StoredMessage message, String body, @Nullable MessageDetails details, Instant now) {
        keepEarlier(message, now);
        jdbc.sql("""
                        with numbered as (
                            update room set last_change = last_change + 1 where id = :room returning last_change)
                        update message set body = :body, details = :details::jsonb, edited_at = :now, changed = last_change
                        from numbered where room_id = :room and sequence = :sequence
                        """)
                .param("room", message.room().value())
                .param("sequence", message.sequence())
                .param("body", body)
                .param("details", json(details), Types.VARCHAR)
                .param("now", utc(now))
                .update();
    }

    /** Empties a message and marks it deleted, which counts as the room's next change; its text stays among the earlier ones. */
    void delete(StoredMessage message, Instant now) {
        keepEarlier(message, now);
        jdbc.sql("""
                        with numbered as (
                            update room set last_change = last_change + 1 where id = :room returning last_change)
                        update message set body = '', details = null, deleted_at = :now, changed = last_change
                        from numbered where room_id = :room and sequence = :sequence
                        """)
                .param("room", message.room().value())
                .param("sequence", message.sequence())
                .param("now", utc(now))
                .update();
    }

    private void keepEarlier(StoredMessage message, Instant now) {
        jdbc.sql("insert into earlier_text (room_id, sequence, changed, body, replaced_at) values (?, ?, ?, ?, ?)")
                .params(message.room().value(), message.sequence(), message.changed(), message.body(), utc(now))
                .update();
    }

    Optional<StoredMessage> at(RoomId room, long sequence) {
        return jdbc.sql(SELECT + "where m.room_id = ? and m.sequence = ?")
                .params(room.value(), sequence)
                .query(row)
                .optional();
    }

    Optional<StoredMessage> byClientKey(RoomId room, PersonId author, UUID clientKey) {
        return jdbc.sql(SELECT + "where m.room_id = ? and m.author_id = ? and m.client_key = ?")
                .params(room.value(), author.value(), clientKey)
                .query(row)
                .optional();
    }

    /** The messages behind a number, in order. */
    List<StoredMessage> after(RoomId room, long sequence, int limit) {
        return jdbc.sql(SELECT + "where m.room_id = ? and m.sequence > ? order by m.sequence limit ?")
                .params(room.value(), sequence, limit)
                .query(row)
                .list();
    }

    /** The messages just before a number, in order. */
    List<StoredMessage> before(RoomId room, long sequence, int limit) {
        List<StoredMessage> latestFirst = jdbc.sql(
                        SELECT + "where m.room_id = ? and m.sequence < ? order by m.sequence desc limit ?")
                .params(room.value(), sequence, limit)
                .query(row)
                .list();
        return IntStream.range(0, latestFirst.size())
                .mapToObj(i -> latestFirst.get(latestFirst.size() - 1 - i))
                .toList();
    }

    /** The messages that were edited or deleted behind a change's number, in the order of their latest change. */
    List<StoredMessage> changedAfter(RoomId room, long change, int limit) {
        return jdbc.sql(SELECT + "where m.room_id = ? and m.changed > ? order by m.changed limit ?")
                .params(room.value(), change, limit)
                .query(row)
                .list();
    }

    /** The latest message of each of these rooms. */
    List<StoredMessage> latest(Collection<UUID> rooms) {
        return jdbc.sql(SELECT
                        + "join room r on r.id = m.room_id and r.last_sequence = m.sequence where r.id = any(:rooms)")
                .param("rooms", rooms.toArray(UUID[]::new))
                .query(row)
                .list();
    }

    /** The texts a message had before, oldest first. */
    List<EarlierText> earlier(RoomId room, long sequence) {
        return jdbc.sql(
                        "select body, replaced_at from earlier_text where room_id = ? and sequence = ? order by changed")
                .params(room.value(), sequence)
                .query((result, number) -> new EarlierText(result.getString("body"), instant(result, "replaced_at")))
                .list();
    }

    private StoredMessage message(ResultSet result, int number) throws SQLException {
        String details = result.getString("details");
        long quotes = result.getLong("quotes");
        return new StoredMessage(
                new RoomId(result.getObject("room_id", UUID.class)),
                result.getLong("sequence"),
                result.getObject("id", UUID.class),
                new PersonId(result.getObject("author_id", UUID.class)),
                result.getObject("client_key", UUID.class),
                MessageKind.valueOf(result.getString("kind")),
                result.getString("body"),
                details == null ? null : json.readValue(details, MessageDetails.class),
                instant(result, "sent_at"),
                result.getLong("changed"),
                instantOrNull(result, "edited_at"),
                instantOrNull(result, "deleted_at"),
                onBehalf(result, ""),
                quotes == 0
                        ? null
                        : new StoredMessage.Quoted(
                                quotes,
                                new PersonId(result.getObject("quoted_author", UUID.class)),
                                onBehalf(result, "quoted_"),
                                result.getString("quoted_body"),
                                result.getTimestamp("quoted_deleted") != null));
    }

    private static @Nullable OnBehalf onBehalf(ResultSet result, String prefix) throws SQLException {
        UUID owner = result.getObject(prefix + "on_behalf_of", UUID.class);
        return owner == null
                ? null
                : new OnBehalf(
                        new PersonId(owner),
                        result.getString(prefix + "writer_name"),
                        result.getString(prefix + "owner_name"));
    }

    private @Nullable String json(@Nullable MessageDetails details) {
        return details == null ? null : json.writeValueAsString(details);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet result, String column) throws SQLException {
        return result.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet result, String column) throws SQLException {
        Timestamp time = result.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
