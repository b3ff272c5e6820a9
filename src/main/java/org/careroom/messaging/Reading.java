package org.careroom.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.careroom.live.Live;
import org.careroom.live.News;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.AfterCommit;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far people have read. What is told of it, "who has read this, and when", is only ever added to. */
@Service
@Transactional
public class Reading {

    private static final int MOST_UPDATES = 100;

    private final RoomDoor door;
    private final Participants participants;
    private final MessageLog log;
    private final MessageViews views;
    private final People people;
    private final Live live;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reading(
            RoomDoor door,
            Participants participants,
            MessageLog log,
            MessageViews views,
            People people,
            Live live,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.door = door;
        this.participants = participants;
        this.log = log;
        this.views = views;
        this.people = people;
        this.live = live;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that the person has read up to a message. Whoever reads without taking part in the room leaves no mark. */
    public void readUpTo(Person who, RoomId id, long sequence) {
        Room room = door.open(who, RoomAction.READ, id);
        long upTo = Math.min(sequence, room.lastSequence());
        Participant own = own(who, room);
        if (own == null || upTo <= 0) {
            return;
        }
        int looked = jdbc.sql(
                        "insert into read_mark (room_id, person_id, up_to, read_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(id.value(), who.id().value(), upTo, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (upTo > own.readUpTo() && advance(id, who, upTo) > 0) {
            moved(who, room, upTo);
        } else if (looked > 0) { // at what counts as read though they had not seen it
            events.publishEvent(new ReadingMoved(room, who.id()));
        }
    }

    /** Nothing goes on when something has gone further meanwhile, such as a reply on the person's behalf. */
    private int advance(RoomId room, Person who, long upTo) {
        return jdbc.sql(
                        "update participant set read_up_to = :upTo where room_id = :room and person_id = :person and read_up_to < :upTo")
                .param("room", room.value())
                .param("person", who.id().value())
                .param("upTo", upTo)
                .update();
    }

    /** Makes a message, or the last one there is, and all behind it count as unread again for this person; who has read it stays told. */
    public void unreadFrom(Person who, RoomId id, long sequence) {
        Room room = door.open(who, RoomAction.READ, id);
        Participant own = own(who, room);
        long from = Math.min(sequence, room.lastSequence());
        if (own != null && from > 0) {
            jdbc.sql("update participant set read_up_to = ?, maybe_unread = true where room_id = ? and person_id = ?")
                    .params(from - 1, id.value(), who.id().value())
                    .update();
            moved(who, room, from - 1);
        }
    }

    /** Silences the room for this person, or lets it be heard again. */
    public void mute(Person who, RoomId id, boolean muted) {
        Room room = door.open(who, RoomAction.READ, id);
        Participant own = own(who, room);
        if (own != null) {
            own.mute(muted);
        }
    }

    /**
     * A message's details: its earlier texts, and who has read it and when.
     *
     * @throws NotFound when there is no such message for this person
     */
    @Transactional(readOnly = true)
    public MessageReaders readers(Person who, RoomId id, long sequence) {
        Room room = door.open(who, RoomAction.READ, id);
        StoredMessage message = log.at(id, sequence).orElseThrow(NotFound::new);
        List<EarlierText> earlier = message.deleted() ? List.of() : log.earlier(id, sequence);
        if (!door.ask(who, RoomAction.WATCH, room).allowed()) {
            return new MessageReaders(views.of(message), earlier, false, List.of());
        }
        Map<UUID, Instant> read = firstRead(id, sequence);
        List<PersonId> others = participants.in(room).stream()
                .map(Participant::person)
                .filter(person -> !person.equals(message.author()))
                .toList();
        List<MessageReaders.Reader> readers = people.named(others).values().stream()
                .map(person -> new MessageReaders.Reader(
                        person.name(), read.get(person.id().value())))
                .sorted()
                .toList();
        return new MessageReaders(views.of(message), earlier, true, readers);
    }

    /**
     * How many of those in a room have read each update behind a message, for the module of its kind, which asks its own
     * rules.
     *
     * @return by the messages' numbers
     */
    @Transactional(readOnly = true)
    public Map<Long, Seen> updatesSeen(Room room, long from) {
        Map<Long, Seen> seen = new TreeMap<>();
        jdbc.sql("""
                        select m.sequence, count(p.person_id) as people,
                               count(p.person_id) filter (where exists (select from read_mark k where k.room_id = m.room_id
                                   and k.person_id = p.person_id and k.up_to >= m.sequence)) as seen
                        from message m join participant p on p.room_id = m.room_id and p.state = 'IN'
                             and p.person_id <> m.author_id
                        where m.room_id = :room and m.sequence >= :from and m.kind = 'UPDATE'
                        group by m.sequence order by m.sequence desc limit :most
                        """)
                .param("room", room.id().value())
                .param("from", from)
                .param("most", MOST_UPDATES)
                .query(row -> {
                    seen.put(row.getLong("sequence"), new Seen(row.getLong("seen"), row.getLong("people")));
                });
        return seen;
    }

    /** How many have read a message, of how many in the room but its author. */
    public record Seen(long seen, long of) {}

    private Map<UUID, Instant> firstRead(RoomId room, long sequence) {
        Map<UUID, Instant> read = new HashMap<>();
        jdbc.sql(
                        "select person_id, min(read_at) as at from read_mark where room_id = ? and up_to >= ? group by person_id")
                .params(room.value(), sequence)
                .query(row -> {
                    read.put(
                            row.getObject("person_id", UUID.class),
                            row.getTimestamp("at").toInstant());
                });
        return read;
    }

    private @Nullable Participant own(Person who, Room room) {
        return participants.of(room, who.id()).filter(Participant::isIn).orElse(null);
    }

    private void moved(Person who, Room room, long upTo) {
        events.publishEvent(new ReadingMoved(room, who.id()));
        News read = News.of(RoomNews.subject(room.id()), "read", Map.of("upTo", upTo));
        AfterCommit.run(() -> live.tell(Set.of(who.id()), read));
    }
}
