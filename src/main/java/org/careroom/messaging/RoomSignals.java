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

/** Tells those who may see it who is writing in a room and who is there, when the rules say that the person may. */
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
                .ifPresent(person -> watchers(person, room)
                        .ifPresent(watchers -> live.tell(
                                withPageOpen(watchers, room, personId),
                                News.of(
                                        "room:" + room,
                                        "typing",
                                        Map.of("person", personId.toString(), "name", person.name())))));
    }

    @Override
    public void moved(PersonId person, @Nullable String left, @Nullable String entered) {
        if (left != null) {
            arriving.left(left);
        }
        if (entered != null) {
            arriving.entered(entered, person);
        }
    }

    private Set<PersonId> withPageOpen(Set<PersonId> watchers, String room, PersonId writer) {
        return live.present(room).stream()
                .filter(person -> watchers.contains(person) && !person.equals(writer))
                .collect(Collectors.toSet());
    }

    /** Who is told that the person writes in the room; nobody when they may not. */
    private Optional<Set<PersonId>> watchers(Person person, String id) {
        return Optional.ofNullable(transaction.execute(status -> {
            try {
                Room room = door.open(person, RoomAction.READ, RoomId.of(id));
                boolean mayWrite = door.ask(person, RoomAction.POST, room).allowed()
                        || door.ask(person, RoomAction.REPLY_ON_BEHALF, room).allowed();
                return mayWrite ? door.rules(room).watchers(room) : Set.of();
            } catch (NotFound hidden) {
                return Set.of();
            }
        }));
    }
}
