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
 */
public record NewMessage(
        String body, UUID clientKey, @Nullable Long quotes) {

    /** @throws Invalid at {@code body} when the text cannot be a message */
    public NewMessage {
        body = PlainText.block("body", body, PlainText.MESSAGE);
    }
}
