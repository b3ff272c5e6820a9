package org.careroom.messaging;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.live.Live;
import org.careroom.live.News;
import org.careroom.live.PageSignals;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells those who may read a room who is writing in it and who is there, when the rules say that the person may. */
@Component
class RoomSignals implements PageSignals {

    private final People people;
    private final RoomDoor door;
    private final Live live;
    private final Arriving arriving;
    private final TransactionTemplate transaction;

    RoomSignals(People people, RoomDoor door, Live live, Arriving arriving, TransactionTemplate transaction) {
        this.people = people;
        this.door = door;
        this.live = live;
        this.arriving = arriving;
        this.transaction = transaction;
    }

    @Override
    public void typing(PersonId personId, String room) {
        people.find(personId)
                .ifPresent(person -> readers(person, room, RoomAction.POST)
                        .ifPresent(readers -> live.tell(
                                withPageOpen(readers, room, personId),
                                News.of(
                                        "room:" + room,
                                        "typing",
                                        Map.of("person", personId.toString(), "name", person.name())))));
    }

    @Override
    public void moved(PersonId person, @Nullable String left, @Nullable String entered) {
        arriving.changed(left);
        arriving.changed(entered);
    }

    private Set<PersonId> withPageOpen(Set<PersonId> readers, String room, PersonId writer) {
        return live.present(room).stream()
                .filter(person -> readers.contains(person) && !person.equals(writer))
                .collect(Collectors.toSet());
    }

    private Optional<Set<PersonId>> readers(Person person, String id, RoomAction action) {
        return Optional.ofNullable(transaction.execute(status -> {
            try {
                Room room = door.open(person, RoomAction.READ, RoomId.of(id));
                return door.ask(person, action, room).allowed()
                        ? door.rules(room).readers(room)
                        : Set.of();
            } catch (NotFound hidden) {
                return Set.of();
            }
        }));
    }
}
