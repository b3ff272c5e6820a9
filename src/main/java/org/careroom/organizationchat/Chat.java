package org.careroom.organizationchat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careroom.clients.ClientContact;
import org.careroom.clients.Clients;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two lists of conversations: one's own, and the Organization view for those who hold Organization Chat. */
@Service
@Transactional(readOnly = true)
public class Chat {

    /** Whoever types a name that more clients have is shown the conversations of so many of them. */
    private static final int MOST_CLIENTS = 1_000;

    private final ConversationList list;
    private final Members members;
    private final Clients clients;

    Chat(ConversationList list, Members members, Clients clients) {
        this.list = list;
        this.members = members;
        this.clients = clients;
    }

    /** The conversations that the person is in. */
    public ChatView own(Person who, ConversationFilter filter) {
        return new ChatView(who, null, views(who), filter, list.of(who, filter), Map.of(), List.of());
    }

    /**
     * All conversations of an organization.
     *
     * @param organization which of those whose view is open to the person; null for the first
     * @param whole whether the page around the list is wanted too, which offers the providers to filter by
     * @throws NotFound when none is, or not this one
     */
    public ChatView ofOrganization(
            Person who, @Nullable OrganizationId organization, ConversationFilter filter, boolean whole) {
        return find(who, organization, filter, whole).orElseThrow(NotFound::new);
    }

    /** The whole page of it; empty when the organization's view is not open to the person. */
    Optional<ChatView> ofOrganizationIfOpen(Person who, OrganizationId organization, ConversationFilter filter) {
        return find(who, organization, filter, true);
    }

    private Optional<ChatView> find(
            Person who, @Nullable OrganizationId organization, ConversationFilter filter, boolean whole) {
        List<Membership> views = views(who);
        return views.stream()
                .filter(view -> organization == null || view.organization().equals(organization))
                .findFirst()
                .map(chosen -> view(who, chosen, views, filter, whole));
    }

    private ChatView view(
            Person who, Membership chosen, List<Membership> views, ConversationFilter filter, boolean whole) {
        OrganizationId of = chosen.organization();
        return new ChatView(
                who,
                chosen,
                views,
                filter,
                list.ofOrganization(who, of, filter, named(who, of, filter.client())),
                list.counts(of),
                whole ? list.providers(of) : List.of());
    }

    /** The organizations in which the person holds Organization Chat at this moment. */
    private List<Membership> views(Person who) {
        return who.isStaff()
                ? members.of(who.id()).stream()
                        .filter(membership -> membership.may(Permission.ORGANIZATION_CHAT))
                        .toList()
                : List.of();
    }

    private @Nullable List<PersonId> named(Person who, OrganizationId organization, String client) {
        if (client.isEmpty()) {
            return null;
        }
        try {
            return List.of(new PersonId(Id.parse(client)));
        } catch (NotFound words) {
            return clients.choices(who, organization, client, MOST_CLIENTS).stream()
                    .map(ClientContact::account)
                    .toList();
        }
    }
}
