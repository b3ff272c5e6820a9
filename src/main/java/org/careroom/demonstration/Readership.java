package org.careroom.demonstration;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Reading;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.Rooms;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;

/** Who of the demonstration's people looks into a room, and when: by chance, but each time the same chance. */
@Component
@ConditionalOnDemonstration
class Readership {

    /** How many of a hundred look into a room in a pause. */
    private static final int LOOKING = 25;

    /** Whoever looks does so within this time. */
    private static final long LATEST_MINUTES = 240;

    private final Rooms rooms;
    private final Participants participants;
    private final Reading reading;
    private final HistoryClock clock;
    private final EntityManager entities;

    Readership(Rooms rooms, Participants participants, Reading reading, HistoryClock clock, EntityManager entities) {
        this.rooms = rooms;
        this.participants = participants;
        this.reading = reading;
        this.clock = clock;
        this.entities = entities;
    }

    Readers of(RoomId id, Scene scene, Ensemble ensemble) {
        return new Readers(id, scene, ensemble, new Random(scene.at().hashCode()));
    }

    /** The readers of one room. Entries are counted from 0. */
    class Readers {

        private final RoomId id;
        private final Scene scene;
        private final Ensemble ensemble;
        private final Random chance;

        private Readers(RoomId id, Scene scene, Ensemble ensemble, Random chance) {
            this.id = id;
            this.scene = scene;
            this.ensemble = ensemble;
            this.chance = chance;
        }

        /** In the pause before an entry some read what there is; at the end everybody does who can sign in. */
        void meanwhile(int entry, Instant from, Instant until) {
            boolean last = entry == scene.log().size();
            long minutes = Math.max(1, Math.min(Duration.between(from, until).toMinutes() - 1, LATEST_MINUTES));
            Room room = now();
            Set<PersonId> inside =
                    participants.in(room).stream().map(Participant::person).collect(Collectors.toSet());
            ensemble.people().forEach((word, who) -> {
                Instant time = from.plusSeconds(60 * chance.nextLong(minutes) + chance.nextInt(50));
                boolean looks = chance.nextInt(100) < LOOKING
                        || last && ensemble.offered().contains(who.id());
                if (looks && inside.contains(who.id())) {
                    read(entry, word, who, room, time);
                }
            });
        }

        /** Whoever writes has read what stands there before, and so have those who see nothing from this entry on. */
        void justBefore(int entry, String writer, Instant time) {
            Room room = now();
            for (String word : scene.lookingAt(entry, writer)) {
                Person who = ensemble.person(word);
                if (participants.of(room, who.id()).filter(Participant::isIn).isPresent()) {
                    read(entry, word, who, room, time.minusSeconds(20 + chance.nextInt(15)));
                }
            }
        }

        private void read(int entry, String word, Person who, Room room, Instant time) {
            if (entry <= scene.unseenFrom(word)) {
                clock.set(time);
                reading.readUpTo(who, id, room.lastSequence());
            }
        }

        /** The room as it is now: the log counts in SQL, past the entities that are loaded. */
        private Room now() {
            entities.flush();
            entities.clear();
            return rooms.findForKind(id);
        }
    }
}
