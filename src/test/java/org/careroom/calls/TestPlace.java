package org.careroom.calls;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.careroom.people.Identity;
import org.careroom.people.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A place for calls of tests, which lets in whom the test says. */
class TestPlace implements CallPlace {

    private final PlaceKind kind;
    private final ObjectProvider<CallPlace> places;
    private final Map<UUID, Map<PersonId, Admission>> admissions = new ConcurrentHashMap<>();

    TestPlace(PlaceKind kind, ObjectProvider<CallPlace> places) {
        this.kind = kind;
        this.places = places;
    }

    /** A call that ends when it is empty. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class MeetingRoom extends TestPlace {

        MeetingRoom(ObjectProvider<CallPlace> places) {
            super(PlaceKind.MEETING_ROOM, places);
        }
    }

    /** A call that goes on until somebody ends it. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Consultation extends TestPlace {

        Consultation(ObjectProvider<CallPlace> places) {
            super(PlaceKind.CONSULTATION, places);
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
        Map<PersonId, Admission> known = admissions.get(place);
        return known == null ? real().admission(who, place) : known.getOrDefault(who.id(), Admission.hidden());
    }

    @Override
    public List<CallPanel> panels(Identity host, UUID place) {
        return List.of(new CallPanel("calls/test-panel", "Guest link of the place"));
    }

    @Override
    public PlaceView view(Identity who, UUID place) {
        return admissions.containsKey(place)
                ? new PlaceView("Case conference", "/call-test?left", "/call-test?ended")
                : real().view(who, place);
    }

    @Override
    public List<CallPanel> panels(Identity host, UUID place) {
        return admissions.containsKey(place) ? List.of() : real().panels(host, place);
    }

    /** Places that no test knows are the application's own. */
    private CallPlace real() {
        return places.stream()
                .filter(place -> !(place instanceof TestPlace) && place.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
