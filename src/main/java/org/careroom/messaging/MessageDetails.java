package org.careroom.messaging;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message carries beside its text, frozen when it was written.
 *
 * @param mentions who was mentioned in a text
 * @param event what an {@link MessageKind#EVENT} tells: the bundle's key is {@code room.event.<event>}
 * @param names what the event's sentence names, in its order
 * @param update what an {@link MessageKind#UPDATE} tells
 */
record MessageDetails(
        List<Mention> mentions,
        @Nullable String event,
        List<String> names,
        @Nullable Update update) {

    /**
     * A person mentioned in a text.
     *
     * @param as the name as it stands in the text, behind an @
     */
    record Mention(UUID person, String as) {}

    static @Nullable MessageDetails mentioning(List<Mention> mentions) {
        return mentions.isEmpty() ? null : new MessageDetails(mentions, null, List.of(), null);
    }

    static MessageDetails event(String event, List<String> names) {
        return new MessageDetails(List.of(), event, names, null);
    }

    static MessageDetails update(Update update) {
        return new MessageDetails(List.of(), null, List.of(), update);
    }
}
