package org.careroom.calls;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.careroom.people.Identity;
import org.careroom.people.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A place for calls of tests, which lets in whom the test says. Places that it does not know it leaves to their own module. */
class TestPlace implements CallPlace {

    private final PlaceKind kind;
    private final ObjectProvider<CallPlace> all;
    private final Map<UUID, Map<PersonId, Admission>> admissions = new ConcurrentHashMap<>();

    TestPlace(PlaceKind kind, ObjectProvider<CallPlace> all) {
        this.kind = kind;
        this.all = all;
    }

    /** A call that ends when it is empty. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class MeetingRoom extends TestPlace {

        MeetingRoom(ObjectProvider<CallPlace> all) {
            super(PlaceKind.MEETING_ROOM, all);
        }
    }

    /** A call that goes on until somebody ends it. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Consultation extends TestPlace {

        Consultation(ObjectProvider<CallPlace> all) {
            super(PlaceKind.CONSULTATION, all);
        }
    }

    /** A new place, which nobody may come into. */
    UUID open() {
        UUID place = UUID.randomUUID();
        admissions.put(place, new ConcurrentHashMap<>());
        return place;
    }

    /** Says how this person or guest may come in, from now on. */
    void let(UUID place, PersonId who, Admission admission) {
        admissions.getOrDefault(place, Map.of()).put(who, admission);
    }

    @Override
    public PlaceKind kind() {
        return kind;
    }

    @Override
    public Admission admission(Identity who, UUID place) {
        Map<PersonId, Admission> admitted = admissions.get(place);
        return admitted == null
                ? ofOwner(owner -> owner.admission(who, place))
                : admitted.getOrDefault(who.id(), Admission.hidden());
    }

    @Override
    public List<CallPanel> panels(Identity host, UUID place) {
        return admissions.containsKey(place)
                ? List.of(new CallPanel("calls/test-panel", "Guest link of the place"))
                : ofOwner(owner -> owner.panels(host, place));
    }

    @Override
    public PlaceView view(Identity who, UUID place) {
        return admissions.containsKey(place)
                ? new PlaceView("Case conference", "/call-test?left", "/call-test?ended")
                : ofOwner(owner -> owner.view(who, place));
    }

    private <T> T ofOwner(Function<CallPlace, T> asked) {
        return all.stream()
                .filter(place -> place.kind() == kind && !(place instanceof TestPlace))
                .findFirst()
                .map(asked)
                .orElseThrow();
    }
}
