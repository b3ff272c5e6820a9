package org.careroom.clients;

import org.careroom.organizations.Membership;
import org.careroom.organizations.Permission;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Who may see a client and do what with it (product 1 and 5). Only active members of its organization get as far as asking. */
final class ClientRules {

    private ClientRules() {}

    /**
     * An active member as the rules see them.
     *
     * @param searches whether they search across all clients (permission 1)
     * @param seesAll whether the Clients page lists all clients for them (permission 2)
     */
    record Asker(boolean admin, boolean searches, boolean seesAll) {

        static Asker of(Membership member) {
            return new Asker(member.admin(), member.may(Permission.SEARCH_CLIENTS), member.may(Permission.SEE_CLIENTS));
        }
    }

    /**
     * A client as the rules see it for who asks.
     *
     * @param provider whether who asks is the provider
     * @param careTeam whether they are in the care team
     * @param email whether there is an e-mail address to invite
     */
    record Facts(Asker asker, boolean provider, boolean careTeam, boolean email, boolean chatOn, Joining joining) {

        boolean own() {
            return provider || careTeam;
        }
    }

    /** Whether the Clients page lists the clients of all. */
    static boolean listsAll(Asker asker) {
        return asker.seesAll();
    }

    /** Whether a search goes across the clients of all. */
    static boolean searchesAll(Asker asker) {
        return listsAll(asker) || asker.searches();
    }

    /** Whether another one may be made provider of a new client. */
    static boolean choosesProvider(Asker asker) {
        return asker.seesAll() || asker.admin();
    }

    /** Whether the client may be opened; who may not does not learn that there is one. */
    static boolean opens(Facts client) {
        return client.own() || searchesAll(client.asker());
    }

    /** Why it is not possible for somebody who may open the client, or null when it is. */
    static @Nullable Reason refusal(ClientAction action, Facts client) {
        return Reason.first(
                Reason.when(!changes(client), "client.refused.others"),
                switch (action) {
                    case EDIT, ASSIGN, SWITCH_CHAT -> null;
                    case INVITE ->
                        Reason.first(
                                Reason.when(client.joining() == Joining.JOINED, "client.refused.joined"),
                                Reason.when(!client.email(), "client.refused.no-email"),
                                Reason.when(!client.chatOn(), "client.refused.chat-off"));
                    case WITHDRAW ->
                        Reason.first(
                                Reason.when(client.joining() == Joining.JOINED, "client.refused.joined"),
                                Reason.when(client.joining() == Joining.NOT_INVITED, "client.refused.not-invited"));
                });
    }

    private static boolean changes(Facts client) {
        return client.own() || client.asker().seesAll() || client.asker().admin();
    }

    /**
     * Goes on when it is possible.
     *
     * @throws NotFound when the client may not be opened
     * @throws Refused when it may, but this may not be done
     */
    static void require(ClientAction action, Facts client) {
        if (!opens(client)) {
            throw new NotFound();
        }
        Reason refusal = refusal(action, client);
        if (refusal != null) {
            throw new Refused(refusal);
        }
    }
}
