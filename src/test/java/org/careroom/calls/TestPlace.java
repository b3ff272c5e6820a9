package org.careroom.calls;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.careroom.people.Identity;
import org.careroom.people.PersonId;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A place for calls of tests, which lets in whom the test says. */
class TestPlace implements CallPlace {

    private final PlaceKind kind;
    private final Map<UUID, Map<PersonId, Admission>> admissions = new ConcurrentHashMap<>();

    TestPlace(PlaceKind kind) {
        this.kind = kind;
    }

    /** A call that ends when it is empty. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class MeetingRoom extends TestPlace {

        MeetingRoom() {
            super(PlaceKind.MEETING_ROOM);
        }
    }

    /** A call that goes on until somebody ends it. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Consultation extends TestPlace {

        Consultation() {
            super(PlaceKind.CONSULTATION);
        }
    }

    /** Says how this person or guest may come in, from now on. */
    void let(UUID place, PersonId who, Admission admission) {
        admissions.computeIfAbsent(place, none -> new ConcurrentHashMap<>()).put(who, admission);
    }

    @Override
    public PlaceKind kind() {
        return kind;
    }

    @Override
    public Admission admission(Identity who, UUID place) {
        return admissions.getOrDefault(place, Map.of()).getOrDefault(who.id(), Admission.hidden());
    }

    @Override
    public PlaceView view(Identity who, UUID place) {
        return new PlaceView("Case conference", "/call-test?left", "/call-test?ended");
    }
}
