package org.careroom.clients;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Invitations;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Checked;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NamedLocks;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members change about clients: adding, describing, who looks after them, chat on or off (product 5). */
@Service
@Transactional
public class ClientRecords {

    private final ClientRepository clients;
    private final ClientRegister register;
    private final ClientPeople clientPeople;
    private final ClientStaff staff;
    private final ClientDoor door;
    private final Members members;
    private final People people;
    private final Invitations invitations;
    private final NamedLocks locks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClientRecords(
            ClientRepository clients,
            ClientRegister register,
            ClientPeople clientPeople,
            ClientStaff staff,
            ClientDoor door,
            Members members,
            People people,
            Invitations invitations,
            NamedLocks locks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clients = clients;
        this.register = register;
        this.clientPeople = clientPeople;
        this.staff = staff;
        this.door = door;
        this.members = members;
        this.people = people;
        this.invitations = invitations;
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a client; who does is the provider, unless they may choose another. The same form sent twice adds one.
     *
     * @throws NotFound unless who is asking is an active member of the organization
     * @throws Invalid at the fields of the description, or at {@code provider}
     */
    public ClientId add(Person who, OrganizationId organization, NewClient wanted) {
        lockAddresses(organization);
        members.hold(organization);
        ClientRules.Asker asker = door.asker(who, organization);
        return clients.findByAddedByAndFormKey(who.id().value(), wanted.key())
                .map(ClientEntity::id)
                .orElseGet(() -> make(who, asker, organization, wanted));
    }

    private ClientId make(Person who, ClientRules.Asker asker, OrganizationId organization, NewClient wanted) {
        Checked<ClientDescription> description = Checked.of(
                () -> withFreeAddress(organization, wanted.description().checked(), null));
        Checked<PersonId> provider = Checked.of(() -> provider(who, asker, organization, wanted.provider()));
        Checked.all(description, provider);
        ClientEntity client = new ClientEntity(
                new ClientId(Id.next()),
                organization,
                description.get(),
                provider.get(),
                wanted.key(),
                who.id(),
                clock.instant());
        register.enter(client, Set.of());
        return client.id();
    }

    private PersonId provider(Person who, ClientRules.Asker asker, OrganizationId organization, String typed) {
        PersonId provider = typed.isBlank() ? who.id() : staff.provider(organization, typed);
        if (!provider.equals(who.id()) && !ClientRules.choosesProvider(asker)) {
            throw new Invalid("provider", Reason.of("client.provider.own"));
        }
        return provider;
    }

    /**
     * Changes what the client is called and reached by. An invitation to an earlier address ends.
     *
     * @param seen the digest of the description that the person began with
     * @throws NotFound unless they may open it
     * @throws Refused when they may, but not change it
     * @throws Invalid at the fields of the description, also at those that somebody else changed meanwhile
     */
    public void describe(Person who, ClientId id, ClientDescription wanted, String seen) {
        lockAddresses(door.organization(id));
        ClientEntity client = door.lock(who, id, ClientAction.EDIT);
        ClientDescription before = client.description();
        ClientDescription after = wanted.checked();
        if (after.equals(before)) {
            return;
        }
        if (!before.digest().equals(seen)) {
            before.refuse(after);
        }
        if (!after.email().equals(before.email())) {
            withFreeAddress(client.organization(), after, id);
            invitations.withdraw(ChatInvitation.KIND, id.value());
        }
        client.describe(after);
        client.changed(who.id(), clock.instant());
        register.store(client);
    }

    /**
     * Changes the provider and the care team.
     *
     * @param provider an active member's e-mail address
     * @param careTeam active members' e-mail addresses; the provider's among them says nothing
     * @param seen the digest of the care that the person began with
     * @throws NotFound unless they may open it
     * @throws Refused when they may, but not change this
     * @throws Invalid at {@code provider} or {@code careTeam}, also when somebody else changed it meanwhile
     */
    public void assign(Person who, ClientId id, String provider, Collection<String> careTeam, String seen) {
        ClientEntity client = door.lock(who, id, ClientAction.ASSIGN);
        Checked<PersonId> chosen = Checked.of(() -> staff.provider(client.organization(), provider));
        Checked<Set<PersonId>> team = Checked.of(() -> staff.careTeam(client.organization(), careTeam));
        Checked.all(chosen, team);
        Care before = new Care(client.provider(), clientPeople.careTeam(client));
        Care after = Care.of(chosen.get(), team.get());
        if (after.equals(before)) {
            return;
        }
        if (!before.digest().equals(seen)) {
            throw new Invalid("provider", Reason.of("client.care.changed"));
        }
        client.assign(after.provider());
        client.changed(who.id(), clock.instant());
        clients.saveAndFlush(client);
        clientPeople.settle(client, after.careTeam());
    }

    /**
     * Turns chat on or off. Turning on what is on changes nothing.
     *
     * @throws NotFound unless they may open it
     * @throws Refused when they may, but not do this
     */
    public void switchChat(Person who, ClientId id, boolean on) {
        ClientEntity client = door.lock(who, id, ClientAction.SWITCH_CHAT);
        if (client.chatOn() == on) {
            return;
        }
        client.switchChat(on);
        client.changed(who.id(), clock.instant());
        clients.saveAndFlush(client);
        ClientContact contact = client.contact();
        if (contact != null) {
            events.publishEvent(new ClientChatChanged(contact));
        }
    }

    /** Of two who take one address the second waits, and then finds it taken. */
    private void lockAddresses(OrganizationId organization) {
        locks.lock("clients of " + organization);
    }

    private ClientDescription withFreeAddress(
            OrganizationId organization, ClientDescription wanted, @Nullable ClientId self) {
        if (wanted.email().isEmpty()) {
            return wanted;
        }
        if (people.findByEmail(wanted.email()).filter(Person::isStaff).isPresent()) {
            throw new Invalid("email", Reason.of("client.email.staff"));
        }
        clients.findByOrganizationIdAndEmail(organization.value(), wanted.email())
                .filter(other -> !other.id().equals(self))
                .ifPresent(other -> {
                    throw new Invalid("email", Reason.of("client.email.taken"));
                });
        return wanted;
    }
}
