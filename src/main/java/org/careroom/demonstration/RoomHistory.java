package org.careroom.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.careroom.demonstration.Scene.Deed;
import org.careroom.demonstration.Scene.Entry;
import org.careroom.messaging.RoomId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lives through the days behind a room: its entries happen at their times, and between them people read. */
@Component
@ConditionalOnDemonstration
class RoomHistory {

    /** When nothing happens for so long, people have looked into the room meanwhile. */
    private static final Duration PAUSE = Duration.ofHours(5);

    private final Deeds deeds;
    private final Readership readership;
    private final HistoryClock clock;
    private final JsonMapper json;

    RoomHistory(Deeds deeds, Readership readership, HistoryClock clock, JsonMapper json) {
        this.deeds = deeds;
        this.readership = readership;
        this.clock = clock;
        this.json = json;
    }

    void live(Scene scene, Ensemble ensemble, Past past) {
        Instant time = past.time(scene.at());
        clock.set(time);
        RoomId room = deeds.make(scene, ensemble);
        Readership.Readers readers = readership.of(room, scene, ensemble);
        Map<String, Long> said = new HashMap<>();
        List<Entry> entries = scene.entries();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Instant next = later(past.time(entry.at()), time);
            if (Duration.between(time, next).compareTo(PAUSE) > 0) {
                readers.meanwhile(i, time, next);
            }
            readers.justBefore(i, entry.who(), next);
            clock.set(next);
            deeds.perform(ensemble.person(entry.who()), room, entry.key(), deed(entry.value()), said, ensemble, past);
            time = next;
        }
        readers.meanwhile(entries.size(), time, past.now());
        deeds.end(scene, room, ensemble);
    }

    private Deed deed(Object value) {
        return json.convertValue(value instanceof String text ? Map.of("says", text) : value, Deed.class);
    }

    private static Instant later(Instant written, Instant previous) {
        return written.isAfter(previous) ? written : previous.plusSeconds(40);
    }
}
