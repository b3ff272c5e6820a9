package org.careroom.messaging;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.live.Live;
import org.careroom.live.News;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is in a room at this moment, told to those who have it open, at most once in {@value #PERIOD_MILLISECONDS} ms: a
 * whole shift that comes in at once costs one item each.
 */
@Component
class Arriving {

    private static final long PERIOD_MILLISECONDS = 2_000;

    /** Of more people only their number is told. */
    private static final int MOST_NAMED = 100;

    private final RoomRepository rooms;
    private final RoomDoor door;
    private final Live live;
    private final TransactionTemplate transaction;
    private Set<String> changed = new HashSet<>();

    Arriving(RoomRepository rooms, RoomDoor door, Live live, TransactionTemplate transaction) {
        this.rooms = rooms;
        this.door = door;
        this.live = live;
        this.transaction = transaction;
    }

    synchronized void changed(@Nullable String room) {
        if (room != null) {
            changed.add(room);
        }
    }

    @Scheduled(fixedDelay = PERIOD_MILLISECONDS)
    void tell() {
        take().forEach(this::tell);
    }

    private synchronized Set<String> take() {
        Set<String> due = changed;
        changed = new HashSet<>();
        return due;
    }

    private void tell(String room) {
        Told told = told(room);
        Set<PersonId> present =
                live.present(room).stream().filter(told.readers()::contains).collect(Collectors.toSet());
        List<String> named = present.size() > MOST_NAMED
                ? List.of()
                : present.stream().map(PersonId::toString).toList();
        live.tell(
                present,
                News.of(
                        "room:" + room,
                        "presence",
                        Map.of(
                                "count",
                                present.size(),
                                "persons",
                                named,
                                "last",
                                told.last(),
                                "changed",
                                told.changed())));
    }

    private Told told(String id) {
        Told told = transaction.execute(status -> {
            try {
                return rooms.findById(RoomId.of(id).value())
                        .map(room -> new Told(door.rules(room).readers(room), room.lastSequence(), room.lastChange()))
                        .orElse(Told.NOTHING);
            } catch (NotFound notAnId) {
                return Told.NOTHING;
            }
        });
        return told == null ? Told.NOTHING : told;
    }

    /**
     * What is told, and to whom.
     *
     * @param last the number of the room's latest message, and {@code changed} of its latest change: a page that has just
     *     subscribed sees by them whether it missed anything in between
     */
    private record Told(Set<PersonId> readers, long last, long changed) {

        static final Told NOTHING = new Told(Set.of(), 0, 0);
    }
}
