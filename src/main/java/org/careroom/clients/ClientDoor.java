package org.careroom.clients;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Invitations;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one way to a client for a person, through {@link ClientRules}. Nobody else learns that there is such a client. */
@Component
class ClientDoor {

    private final ClientRepository clients;
    private final ClientPeople clientPeople;
    private final Members members;
    private final Invitations invitations;
    private final Clock clock;

    ClientDoor(
            ClientRepository clients,
            ClientPeople clientPeople,
            Members members,
            Invitations invitations,
            Clock clock) {
        this.clients = clients;
        this.clientPeople = clientPeople;
        this.members = members;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** @throws NotFound unless who is asking is an active member of the organization */
    ClientRules.Asker asker(Person who, OrganizationId organization) {
        return members.of(who.id()).stream()
                .filter(member -> member.organization().equals(organization))
                .filter(Membership::active)
                .findFirst()
                .map(ClientRules.Asker::of)
                .orElseThrow(NotFound::new);
    }

    /**
     * The client, to look at.
     *
     * @throws NotFound unless they may open it
     */
    ClientEntity look(Person who, ClientId id) {
        ClientEntity client = clients.findById(id.value()).orElseThrow(NotFound::new);
        if (!ClientRules.opens(facts(who, client, expiry(client)))) {
            throw new NotFound();
        }
        return client;
    }

    /**
     * The client, for somebody who may do this with it and has it to themselves until the transaction ends. Nobody becomes or
     * ceases to be a member of its organization meanwhile.
     *
     * @throws NotFound unless they may open it
     * @throws Refused when they may, but not do this
     */
    ClientEntity lock(Person who, ClientId id, ClientAction action) {
        members.hold(organization(id));
        ClientEntity client = clients.findAndLock(id.value()).orElseThrow(NotFound::new);
        ClientRules.require(action, facts(who, client, expiry(client)));
        return client;
    }

    OrganizationId organization(ClientId id) {
        return clients.findOrganization(id.value()).map(OrganizationId::new).orElseThrow(NotFound::new);
    }

    /**
     * What who may open the client may not do with it, and why; whatever is not in it can be done.
     *
     * @param expiry its {@link #expiry}
     */
    Map<ClientAction, Reason> refusals(Person who, ClientEntity client, @Nullable Instant expiry) {
        ClientRules.Facts facts = facts(who, client, expiry);
        Map<ClientAction, Reason> refusals = new EnumMap<>(ClientAction.class);
        for (ClientAction action : ClientAction.values()) {
            Reason refusal = ClientRules.refusal(action, facts);
            if (refusal != null) {
                refusals.put(action, refusal);
            }
        }
        return refusals;
    }

    private ClientRules.Facts facts(Person who, ClientEntity client, @Nullable Instant expiry) {
        return new ClientRules.Facts(
                asker(who, client.organization()),
                client.provider().equals(who.id()),
                clientPeople.inCareTeam(client, who.id()),
                !client.email().isEmpty(),
                client.chatOn(),
                joining(client, expiry));
    }

    Joining joining(ClientEntity client, @Nullable Instant expiry) {
        return Joining.of(client.account() != null, expiry, clock.instant());
    }

    /** Until when the invitation to chat can be answered; null when there is none. */
    @Nullable
    Instant expiry(ClientEntity client) {
        return invitations
                .expiries(ChatInvitation.KIND, List.of(client.id().value()))
                .get(client.id().value());
    }
}
