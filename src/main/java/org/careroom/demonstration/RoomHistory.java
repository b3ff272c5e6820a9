package org.careroom.demonstration;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.careroom.demonstration.Scene.Deed;
import org.careroom.demonstration.Scene.Entry;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Reading;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.Rooms;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lives through the days behind a room: its entries happen at their times, and between them people read. */
@Component
@ConditionalOnDemonstration
class RoomHistory {

    /** When nothing happens for so long, people have looked into the room meanwhile. */
    private static final Duration PAUSE = Duration.ofMinutes(90);

    /** Whoever looks does so within this time. */
    private static final long LATEST_MINUTES = 100;

    private final Deeds deeds;
    private final Rooms rooms;
    private final Participants participants;
    private final Reading reading;
    private final HistoryClock clock;
    private final EntityManager entities;
    private final JsonMapper json;

    RoomHistory(
            Deeds deeds,
            Rooms rooms,
            Participants participants,
            Reading reading,
            HistoryClock clock,
            EntityManager entities,
            JsonMapper json) {
        this.deeds = deeds;
        this.rooms = rooms;
        this.participants = participants;
        this.reading = reading;
        this.clock = clock;
        this.entities = entities;
        this.json = json;
    }

    void live(Scene scene, Ensemble ensemble, Past past) {
        Instant time = past.time(scene.at());
        clock.set(time);
        RoomId room = deeds.make(scene, ensemble);
        Random chance = new Random(scene.at().hashCode());
        Map<String, Long> said = new HashMap<>();
        List<Entry> entries = scene.entries();
        for (int done = 0; done < entries.size(); done++) {
            Entry entry = entries.get(done);
            Instant next = later(past.time(entry.at()), time);
            if (Duration.between(time, next).compareTo(PAUSE) > 0) {
                peopleRead(scene, ensemble, room, done, time, next, chance);
            }
            Person who = ensemble.person(entry.who());
            Room before = fresh(room);
            if (participants.personsIn(before).contains(who.id())) {
                readsOn(scene, entry.who(), who, before, done, next.minusSeconds(20 + chance.nextInt(40)));
            }
            clock.set(next);
            deeds.perform(who, room, entry.key(), deed(entry.value()), said, ensemble, past);
            time = next;
        }
        peopleRead(scene, ensemble, room, entries.size(), time, past.now(), chance);
    }

    /** Most of those in the room read what there is, some time before the next thing happens. */
    private void peopleRead(
            Scene scene, Ensemble ensemble, RoomId id, int done, Instant from, Instant until, Random chance) {
        Room room = fresh(id);
        Set<PersonId> inside = participants.personsIn(room);
        boolean last = done == scene.log().size();
        long minutes = Math.max(1, Math.min(Duration.between(from, until).toMinutes() - 1, LATEST_MINUTES));
        ensemble.people().forEach((word, who) -> {
            boolean looks =
                    chance.nextInt(100) < 70 || last && ensemble.offered().contains(who.id());
            if (inside.contains(who.id()) && looks) {
                long seconds = 60 * chance.nextLong(minutes) + chance.nextInt(55);
                readsOn(scene, word, who, room, done, from.plusSeconds(seconds));
            }
        });
    }

    private void readsOn(Scene scene, String word, Person who, Room room, int done, Instant time) {
        if (done <= scene.unseenFrom(word)) {
            clock.set(time);
            reading.readUpTo(who, room.id(), room.lastSequence());
        }
    }

    private Deed deed(Object value) {
        return json.convertValue(value instanceof String text ? Map.of("says", text) : value, Deed.class);
    }

    /** The room as it is now: the log counts in SQL, past the entities that are loaded. */
    private Room fresh(RoomId id) {
        entities.flush();
        entities.clear();
        return rooms.findForKind(id);
    }

    private static Instant later(Instant written, Instant previous) {
        return written.isAfter(previous) ? written : previous.plusSeconds(40);
    }
}
