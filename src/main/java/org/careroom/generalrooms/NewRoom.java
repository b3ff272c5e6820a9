package org.careroom.generalrooms;

import java.util.List;
import java.util.UUID;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.TeamId;
import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A general room that somebody wants to make.
 *
 * @param key a UUID of the form it was filled in on: sent twice it makes one room
 * @param organization whose room it shall be; null for the first that may have one
 * @param name may be empty when there is one other person
 * @param people e-mail addresses
 * @param teams whose people are added as they are now
 * @param message the first message; may be empty
 */
public record NewRoom(
        UUID key,
        @Nullable OrganizationId organization,
        String name,
        String description,
        List<String> people,
        List<TeamId> teams,
        String message) {

    /**
     * The same with its texts as they are kept.
     *
     * @throws Invalid at {@code name}, {@code description} or {@code message}
     */
    NewRoom checked() {
        Checked<String> line = Checked.of(() -> PlainText.lineOrEmpty("name", name, PlainText.NAME));
        Checked<String> block =
                Checked.of(() -> PlainText.blockOrEmpty("description", description, PlainText.DESCRIPTION));
        Checked<String> first = Checked.of(() -> PlainText.blockOrEmpty("message", message, PlainText.MESSAGE));
        Checked.all(line, block, first);
        return new NewRoom(key, organization, line.get(), block.get(), people, teams, first.get());
    }
}
