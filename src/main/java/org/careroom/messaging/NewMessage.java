package org.careroom.messaging;

import java.util.UUID;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody sends.
 *
 * @param body its text: not blank, at most {@value PlainText#MESSAGE} characters
 * @param clientKey a UUID made by the sender; the same one again stores nothing
 * @param quotes the number of the message in the same room that it answers, or null
 * @param seen for one that is written on behalf of the room's owner: the number of the last message that the writer saw
 *     when they began; null for one in the writer's own name
 */
public record NewMessage(
        String body,
        UUID clientKey,
        @Nullable Long quotes,
        @Nullable Long seen) {

    /** @throws Invalid at {@code body} when the text cannot be a message */
    public NewMessage {
        body = PlainText.block("body", body, PlainText.MESSAGE);
    }

    /** A message in the writer's own name. */
    public NewMessage(String body, UUID clientKey, @Nullable Long quotes) {
        this(body, clientKey, quotes, null);
    }

    public boolean isOnBehalf() {
        return seen != null;
    }
}
