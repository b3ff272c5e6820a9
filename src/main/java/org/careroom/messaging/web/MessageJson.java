package org.careroom.messaging.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.careroom.messaging.History;
import org.careroom.messaging.MessageView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Messages as scripts read them (interface: sending a message from a script). */
@Component
class MessageJson {

    private final MessageSource words;

    MessageJson(MessageSource words) {
        this.words = words;
    }

    /** The answer to a post. */
    record Receipt(UUID id, long sequence, Instant sentAt) {}

    /**
     * Part of a log.
     *
     * @param last the number of the room's latest message
     * @param changed the number of the room's latest edit or deletion
     */
    record Part(List<Item> messages, List<Item> changes, long last, long changed) {}

    /**
     * One message.
     *
     * @param author the author's name, {@code authorId} their id
     * @param onBehalfOf in whose name it was written, or null
     * @param body its text; of an event the sentence that tells it
     * @param changed the number of its latest edit or deletion in the room; 0 when there was none
     */
    record Item(
            UUID id,
            long sequence,
            String author,
            String authorId,
            @Nullable String onBehalfOf,
            String kind,
            String body,
            Instant sentAt,
            long changed,
            @Nullable Instant editedAt,
            boolean deleted) {}

    /** What was written while somebody replied on behalf of another: nothing of theirs is stored (409). */
    record Newer(String error, String message, List<Item> messages, long last) {}

    Newer newer(History history) {
        return new Newer(
                "newer",
                words.getMessage("message.newer", null, LocaleContextHolder.getLocale()),
                history.messages().stream().map(this::item).toList(),
                history.last());
    }

    Part part(History history) {
        return new Part(
                history.messages().stream().map(this::item).toList(),
                history.changes().stream().map(this::item).toList(),
                history.last(),
                history.changed());
    }

    private Item item(MessageView message) {
        return new Item(
                message.id(),
                message.sequence(),
                message.authorName(),
                message.author().toString(),
                message.onBehalf() == null ? null : message.onBehalf().ownerName(),
                message.kind().name(),
                body(message),
                message.sentAt(),
                message.changed(),
                message.editedAt(),
                message.deleted());
    }

    private String body(MessageView message) {
        return message.event() == null
                ? message.body()
                : words.getMessage(
                        "room.event." + message.event(), message.names().toArray(), LocaleContextHolder.getLocale());
    }
}
