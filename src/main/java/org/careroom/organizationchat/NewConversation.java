package org.careroom.organizationchat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careroom.organizations.OrganizationId;
import org.careroom.shared.Checked;
import org.careroom.shared.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A conversation somebody wants to begin.
 *
 * @param key the form's own: sent twice it makes one conversation
 * @param organization whose conversation it is; null for the first where the person is active
 * @param subject what it is about; empty to call it after the people in it
 * @param people the e-mail addresses of clients and colleagues
 * @param confirmed the e-mail addresses of those clients who, as the person knows, will see each other
 * @param message the first message, or empty
 */
public record NewConversation(
        UUID key,
        @Nullable OrganizationId organization,
        String subject,
        List<String> people,
        Set<String> confirmed,
        String message) {

    /** The same with its texts as they are kept. */
    NewConversation checked() {
        Checked<String> line = Checked.of(() -> PlainText.lineOrEmpty("subject", subject, PlainText.NAME));
        Checked<String> block = Checked.of(() -> PlainText.blockOrEmpty("message", message, PlainText.MESSAGE));
        Checked.all(line, block);
        return new NewConversation(key, organization, line.get(), people, confirmed, block.get());
    }
}
