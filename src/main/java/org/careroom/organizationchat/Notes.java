package org.careroom.organizationchat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.Rooms;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff note beside a conversation, for staff only (product 5). Notes stand outside the room's log, whose numbers, counts and
 * times a client can follow; they are not changed once written.
 */
@Service
@Transactional
public class Notes {

    private final RoomDoor door;
    private final Rooms rooms;
    private final ConversationNews news;
    private final People people;
    private final JdbcClient jdbc;
    private final Clock clock;

    Notes(RoomDoor door, Rooms rooms, ConversationNews news, People people, JdbcClient jdbc, Clock clock) {
        this.door = door;
        this.rooms = rooms;
        this.news = news;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A note as staff read it. */
    public record Note(long number, String authorName, String body, Instant writtenAt) {}

    /**
     * Writes a note; the same key again writes none.
     *
     * @param key a UUID made by the form
     * @throws NotFound when the person may not learn of the conversation
     * @throws Refused when they are a client in it
     * @throws Invalid at {@code note} when the text cannot be one
     */
    public void write(Person who, RoomId id, UUID key, String typed) {
        Room room = rooms.lockForKind(id);
        if (room.kind() != RoomKind.CONVERSATION) {
            throw new NotFound();
        }
        door.ask(who, RoomAction.READ, room).orThrow();
        door.ask(who, RoomAction.WATCH, room).orThrow();
        String body = PlainText.block("note", typed, PlainText.MESSAGE);
        int written = jdbc.sql("""
                        insert into conversation_note (room_id, number, author_id, client_key, body, written_at)
                        select :room, coalesce((select max(number) from conversation_note where room_id = :room), 0) + 1,
                               :author, :key, :body, :now
                        on conflict (room_id, author_id, client_key) do nothing
                        """)
                .param("room", id.value())
                .param("author", who.id().value())
                .param("key", key)
                .param("body", body)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (written > 0) {
            news.changed(room);
        }
    }

    /** The notes of a conversation, latest first. It asks no rule: whoever calls knows that they are shown to staff. */
    List<Note> of(RoomId room) {
        List<Written> written = jdbc.sql(
                        "select number, author_id, body, written_at from conversation_note where room_id = ? order by number desc")
                .param(room.value())
                .query((row, number) -> new Written(
                        row.getLong("number"),
                        new PersonId(row.getObject("author_id", UUID.class)),
                        row.getString("body"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
        Map<PersonId, Person> named =
                people.named(written.stream().map(Written::author).collect(Collectors.toSet()));
        return written.stream()
                .map(note -> new Note(
                        note.number(),
                        Objects.requireNonNull(named.get(note.author())).name(),
                        note.body(),
                        note.at()))
                .toList();
    }

    private record Written(long number, PersonId author, String body, Instant at) {}
}
