package org.careroom.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.careroom.people.PersonId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Collects nudges, so that a person gets at most one for a subject in {@value #PERIOD_MILLISECONDS} ms, however much happens. */
@Component
class Nudges {

    private static final long PERIOD_MILLISECONDS = 1_000;

    private final NewsBus bus;
    private Map<String, Set<PersonId>> waiting = new HashMap<>();

    Nudges(NewsBus bus) {
        this.bus = bus;
    }

    synchronized void add(Collection<PersonId> audience, String subject) {
        waiting.computeIfAbsent(subject, key -> new HashSet<>()).addAll(audience);
    }

    @Scheduled(fixedDelay = PERIOD_MILLISECONDS)
    void send() {
        Map<String, Set<PersonId>> due = take();
        due.forEach((subject, audience) -> bus.publish(audience, News.of(subject, "nudge", Map.of())));
    }

    private synchronized Map<String, Set<PersonId>> take() {
        Map<String, Set<PersonId>> due = waiting;
        waiting = new HashMap<>();
        return due;
    }
}
