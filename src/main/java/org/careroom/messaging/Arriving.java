package org.careroom.messaging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.live.Live;
import org.careroom.live.News;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is in a room at this moment, told to those who have it open and may see it, at most once in {@value #PERIOD_MILLISECONDS} ms: a
 * whole shift that comes in at once costs one item each.
 */
@Component
class Arriving {

    private static final long PERIOD_MILLISECONDS = 2_000;

    /** Of more people only their number is told. */
    private static final int MOST_NAMED = 100;

    private final RoomRepository rooms;
    private final RoomDoor door;
    private final People people;
    private final Live live;
    private final TransactionTemplate transaction;
    private Map<String, Set<PersonId>> changed = new HashMap<>();

    Arriving(RoomRepository rooms, RoomDoor door, People people, Live live, TransactionTemplate transaction) {
        this.rooms = rooms;
        this.door = door;
        this.people = people;
        this.live = live;
        this.transaction = transaction;
    }

    synchronized void left(String room) {
        changed.computeIfAbsent(room, unknown -> new HashSet<>());
    }

    synchronized void entered(String room, PersonId person) {
        changed.computeIfAbsent(room, unknown -> new HashSet<>()).add(person);
    }

    @Scheduled(fixedDelay = PERIOD_MILLISECONDS)
    void tell() {
        take().forEach(this::tell);
    }

    private synchronized Map<String, Set<PersonId>> take() {
        Map<String, Set<PersonId>> due = changed;
        changed = new HashMap<>();
        return due;
    }

    private void tell(String room, Set<PersonId> entered) {
        Told told = told(room);
        String subject = "room:" + room;
        Set<PersonId> present = here(room, told.readers());
        List<PersonId> named = present.size() > MOST_NAMED ? List.of() : List.copyOf(present);
        Map<String, Object> counters = Map.of("last", told.last(), "changed", told.changed());
        Map<String, Object> presence = new HashMap<>(counters);
        presence.put("count", present.size());
        presence.put("persons", named.stream().map(PersonId::toString).toList());
        if (told.lookersNamed()) {
            presence.put("names", names(named));
        }
        live.tell(here(room, told.watchers()), News.of(subject, "presence", presence));
        live.tell(unseeing(entered, told), News.of(subject, "counters", counters));
    }

    /** Their names, in the same order. */
    private List<String> names(List<PersonId> persons) {
        Map<PersonId, Person> known = people.named(persons);
        return persons.stream()
                .map(person -> {
                    Person found = known.get(person);
                    return found == null ? "" : found.name();
                })
                .toList();
    }

    private Set<PersonId> here(String room, Set<PersonId> those) {
        return live.present(room).stream().filter(those::contains).collect(Collectors.toSet());
    }

    /** Those who have just come and must not see others come and go: not even that something was told may tell them. */
    private static Set<PersonId> unseeing(Set<PersonId> entered, Told told) {
        return entered.stream()
                .filter(person ->
                        told.readers().contains(person) && !told.watchers().contains(person))
                .collect(Collectors.toSet());
    }

    private Told told(String id) {
        Told told = transaction.execute(status -> {
            try {
                return rooms.findById(RoomId.of(id).value()).map(this::told).orElse(Told.NOTHING);
            } catch (NotFound notAnId) {
                return Told.NOTHING;
            }
        });
        return told == null ? Told.NOTHING : told;
    }

    private Told told(Room room) {
        RoomRules rules = door.rules(room);
        return new Told(
                rules.readers(room),
                rules.watchers(room),
                room.kind().namesLookers(),
                room.lastSequence(),
                room.lastChange());
    }

    /**
     * What is told, and to whom.
     *
     * @param watchers those of the readers who are told who is there
     * @param lookersNamed whether they are told by name
     * @param last the number of the room's latest message, and {@code changed} of its latest change: a page that has just
     *     subscribed sees by them whether it missed anything in between
     */
    private record Told(Set<PersonId> readers, Set<PersonId> watchers, boolean lookersNamed, long last, long changed) {

        static final Told NOTHING = new Told(Set.of(), Set.of(), false, 0, 0);
    }
}
