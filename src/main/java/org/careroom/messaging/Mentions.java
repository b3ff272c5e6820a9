package org.careroom.messaging;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.careroom.people.People;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;

/** Finds who is mentioned in a text: an @ and the whole name of somebody in the room, as the picker writes it. */
@Component
class Mentions {

    private final People people;

    Mentions(People people) {
        this.people = people;
    }

    /** @param inRoom who takes part in the room, which everybody in it may know; asked only when the text holds an @ */
    List<MessageDetails.Mention> in(String text, Supplier<Set<PersonId>> inRoom) {
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        return Segments.mentioned(
                text,
                people.named(inRoom.get()).values().stream()
                        .map(person -> new MessageDetails.Mention(person.id().value(), person.name()))
                        .toList());
    }
}
