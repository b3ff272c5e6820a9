package org.careroom.clients;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A client's page.
 *
 * @param careTeam without the provider, by name
 * @param careSeen by which a form knows which provider and care team its person saw
 * @param expiresAt until when the invitation to chat can be answered; null when there is none
 * @param refusals what this person may not do with the client and why; whatever is not in it can be done
 */
public record ClientView(
        ClientId id,
        OrganizationId organization,
        String organizationName,
        ClientDescription description,
        Person provider,
        List<Person> careTeam,
        String careSeen,
        boolean chatOn,
        Joining joining,
        @Nullable Instant expiresAt,
        Instant since,
        String addedBy,
        Instant changedAt,
        String changedBy,
        Map<ClientAction, Reason> refusals,
        List<ClientPanel.Shown> panels) {

    public String name() {
        return description.name();
    }

    public boolean can(ClientAction action) {
        return !refusals.containsKey(action);
    }

    /** For templates, which know actions by their names. */
    public boolean can(String action) {
        return can(ClientAction.valueOf(action));
    }

    public @Nullable Reason why(String action) {
        return refusals.get(ClientAction.valueOf(action));
    }
}
