package org.careroom.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading a room's log in parts: what came before, what was missed. */
@Service
@Transactional(readOnly = true)
public class Histories {

    /** How many messages, and how many changes, one part holds at the most. */
    public static final int LARGEST_PART = 200;

    /** How many messages a room's page shows at first. */
    static final int FIRST_PART = 60;

    /** How many messages already read stand above the first unread one. */
    static final int READ_ABOVE = 15;

    private final RoomDoor door;
    private final MessageLog log;
    private final MessageViews views;

    Histories(RoomDoor door, MessageLog log, MessageViews views) {
        this.door = door;
        this.log = log;
        this.views = views;
    }

    /** The {@value #FIRST_PART} messages before a number. */
    public History before(Person who, RoomId id, long sequence) {
        Room room = door.open(who, RoomAction.READ, id);
        return new History(
                views.of(log.before(id, sequence, FIRST_PART)), List.of(), room.lastSequence(), room.lastChange());
    }

    /**
     * What was missed behind a message's and a change's number, at most {@value #LARGEST_PART} of each: whoever gets as many
     * asks again behind the last of them.
     *
     * @throws NotFound when the person may not learn of the room
     */
    public History after(Person who, RoomId id, long sequence, long change) {
        // The counters were read before the messages: nothing that they count can be missing from what follows.
        Room room = door.open(who, RoomAction.READ, id);
        return new History(
                views.of(log.after(id, sequence, LARGEST_PART)),
                views.of(log.changedAfter(id, change, LARGEST_PART)),
                room.lastSequence(),
                room.lastChange());
    }

    /** The latest message of each of these rooms; a room without one is left out. It asks no rule: for the kinds' own lists. */
    public Map<RoomId, MessageView> latest(Collection<RoomId> rooms) {
        return rooms.isEmpty()
                ? Map.of()
                : views.of(log.latest(rooms.stream().map(RoomId::value).toList())).stream()
                        .collect(Collectors.toMap(MessageView::room, Function.identity()));
    }

    /** What a page shows that asks for the messages just before a number, or behind one; else what it shows at first. */
    History shown(Room room, long readUpTo, @Nullable Long before, @Nullable Long after) {
        List<StoredMessage> part;
        if (before != null) {
            part = log.before(room.id(), before, FIRST_PART);
        } else if (after != null) {
            part = log.after(room.id(), Math.max(0, after), FIRST_PART);
        } else {
            return first(room, readUpTo);
        }
        return new History(views.of(part), List.of(), room.lastSequence(), room.lastChange());
    }

    /** What a room's page shows at first: the first unread message with some read ones above, or else the latest. */
    private History first(Room room, long readUpTo) {
        long last = room.lastSequence();
        long from = readUpTo >= last ? last - FIRST_PART : Math.min(readUpTo - READ_ABOVE, last - FIRST_PART);
        return new History(
                views.of(log.after(room.id(), Math.max(0, from), FIRST_PART + READ_ABOVE)),
                List.of(),
                last,
                room.lastChange());
    }
}
