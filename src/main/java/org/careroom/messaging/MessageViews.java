package org.careroom.messaging;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes views of stored messages, with the names of everybody in them looked up once. */
@Component
class MessageViews {

    private final People people;

    MessageViews(People people) {
        this.people = people;
    }

    List<MessageView> of(List<StoredMessage> messages) {
        Map<PersonId, Person> named = people.named(writers(messages));
        return messages.stream().map(message -> view(message, named)).toList();
    }

    MessageView of(StoredMessage message) {
        return of(List.of(message)).get(0);
    }

    /** The view of a message whose author is at hand. */
    MessageView of(StoredMessage message, Person author) {
        return message.quoted() == null ? view(message, Map.of(author.id(), author)) : of(message);
    }

    private static Set<PersonId> writers(List<StoredMessage> messages) {
        Set<PersonId> writers = new HashSet<>();
        for (StoredMessage message : messages) {
            writers.add(message.author());
            if (message.quoted() != null) {
                writers.add(message.quoted().author());
            }
        }
        return writers;
    }

    private static MessageView view(StoredMessage message, Map<PersonId, Person> named) {
        MessageDetails details = message.details();
        return new MessageView(
                message.room(),
                message.sequence(),
                message.id(),
                message.clientKey(),
                message.author(),
                name(message.author(), message.onBehalf(), named),
                message.onBehalf(),
                message.kind(),
                message.body(),
                Segments.of(message.body(), details == null ? List.of() : details.mentions()),
                details == null ? null : details.event(),
                details == null ? List.of() : details.names(),
                details == null ? null : details.update(),
                message.sentAt(),
                message.changed(),
                message.editedAt(),
                message.deleted(),
                quote(message, named));
    }

    private static MessageView.@Nullable QuoteView quote(StoredMessage message, Map<PersonId, Person> named) {
        StoredMessage.Quoted quoted = message.quoted();
        return quoted == null
                ? null
                : new MessageView.QuoteView(
                        quoted.sequence(),
                        name(quoted.author(), quoted.onBehalf(), named),
                        quoted.onBehalf(),
                        Line.of(quoted.body()),
                        quoted.deleted());
    }

    private static String name(PersonId person, @Nullable OnBehalf onBehalf, Map<PersonId, Person> named) {
        if (onBehalf != null) {
            return onBehalf.writerName();
        }
        Person found = named.get(person);
        return found == null ? "?" : found.name();
    }
}
