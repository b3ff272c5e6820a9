package org.careroom.clients;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clients of organizations, for the modules above; what members change about them is in {@link ClientRecords}. */
@Service
@Transactional(readOnly = true)
public class Clients {

    private static final int OFFERED = 20;

    private final ClientRepository clients;
    private final ClientRegister register;
    private final ClientDoor door;
    private final ClientSearch search;
    private final Clock clock;

    Clients(ClientRepository clients, ClientRegister register, ClientDoor door, ClientSearch search, Clock clock) {
        this.clients = clients;
        this.register = register;
        this.door = door;
        this.search = search;
        this.clock = clock;
    }

    /** The clients of the organization that have an account, of these persons; those that are none are left out. Asks no rule. */
    public Map<PersonId, ClientContact> contacts(OrganizationId organization, Collection<PersonId> persons) {
        Map<PersonId, ClientContact> contacts = new LinkedHashMap<>();
        if (!persons.isEmpty()) {
            contacts(clients.findByOrganizationIdAndAccountIdIn(
                            organization.value(),
                            persons.stream().map(PersonId::value).distinct().toList()))
                    .forEach(contact -> contacts.put(contact.account(), contact));
        }
        return contacts;
    }

    /**
     * Clients with an account to whom who is asking may write, by name: those that they may list or, with permission 1, search;
     * at most {@value #OFFERED}. One for whom chat is off is among them, as the contact says.
     *
     * @param query as on the Clients page; blank for all that they list
     * @throws NotFound unless who is asking is an active member of the organization
     */
    public List<ClientContact> choices(Person who, OrganizationId organization, String query) {
        return choices(who, organization, query, OFFERED);
    }

    /** The same, at most so many. */
    public List<ClientContact> choices(Person who, OrganizationId organization, String query, int most) {
        ClientRules.Asker asker = door.asker(who, organization);
        List<String> words = ClientWords.searched(query);
        boolean all = words.isEmpty() ? ClientRules.listsAll(asker) : ClientRules.searchesAll(asker);
        return search.contacts(new ClientSearch.Wanted(organization, all ? null : who.id(), words, true, null, most));
    }

    /** A client as a conversation needs it; empty when it has no account. Asks no rule. */
    public Optional<ClientContact> find(ClientId id) {
        return clients.findById(id.value()).map(ClientEntity::contact);
    }

    /** @throws NotFound when they may not open it or it has no account */
    public ClientContact contact(Person who, ClientId id) {
        ClientContact contact = door.look(who, id).contact();
        if (contact == null) {
            throw new NotFound();
        }
        return contact;
    }

    /** The organizations whose client this person is, with whether chat is on there. Asks no rule. */
    public List<ClientContact> of(PersonId client) {
        return contacts(clients.findByAccountId(client.value()));
    }

    /**
     * Makes a client; asks no rule: for the demonstration and load tests, not for pages.
     *
     * @param email or empty
     * @param phone or empty
     * @param provider a member of the organization, as those of the care team
     * @param account a client's account, or null
     * @throws Invalid at {@code name}, {@code email} or {@code phone}
     */
    @Transactional
    public ClientId register(
            OrganizationId organization,
            String name,
            String email,
            String phone,
            PersonId provider,
            Collection<PersonId> careTeam,
            @Nullable PersonId account) {
        ClientEntity client = new ClientEntity(
                new ClientId(Id.next()),
                organization,
                new ClientDescription(name, email, phone).checked(),
                provider,
                Id.next(),
                provider,
                clock.instant());
        if (account != null) {
            client.join(account);
        }
        register.enter(client, careTeam);
        return client.id();
    }

    private static List<ClientContact> contacts(List<ClientEntity> found) {
        return found.stream()
                .map(ClientEntity::contact)
                .filter(Objects::nonNull)
                .toList();
    }
}
