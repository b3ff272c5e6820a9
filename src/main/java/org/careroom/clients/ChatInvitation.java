package org.careroom.clients;

import java.util.UUID;
import org.careroom.organizations.Organizations;
import org.careroom.people.InvitationKind;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What an answer to a client's invitation to chat does. Its subject is the client. */
@Component
class ChatInvitation implements InvitationKind {

    static final String KIND = "CLIENT";

    private final ClientRepository clients;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;

    ChatInvitation(ClientRepository clients, Organizations organizations, ApplicationEventPublisher events) {
        this.clients = clients;
        this.organizations = organizations;
        this.events = events;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Reason line(UUID subject, Person invitedBy) {
        String organization =
                organizations.organization(client(subject).organization()).name();
        return Reason.of("invitation.chat", invitedBy.name(), organization);
    }

    @Override
    public String invitedName(UUID subject) {
        return client(subject).name();
    }

    @Override
    public Person.Kind opens() {
        return Person.Kind.CLIENT;
    }

    /** As those have it who invite and withdraw. */
    @Override
    public void lock(UUID subject) {
        clients.findAndLock(subject).orElseThrow(NotFound::new);
    }

    @Override
    public String accept(Person who, UUID subject) {
        if (who.isStaff()) {
            throw new Refused(Reason.of("invitation.staff"));
        }
        ClientEntity client = client(subject);
        if (client.account() != null || isKnown(client, who)) {
            throw new Refused(Reason.of("invitation.chat.known"));
        }
        client.join(who.id());
        clients.saveAndFlush(client);
        ClientContact contact = client.contact();
        if (contact != null) {
            events.publishEvent(new ClientJoined(contact));
        }
        return "/";
    }

    /** Nothing but the invitation is gone by it: the client can be invited again. */
    @Override
    public void decline(UUID subject) {}

    /** Two records of one organization do not share an account. */
    private boolean isKnown(ClientEntity client, Person who) {
        return clients.findByOrganizationIdAndAccountId(
                        client.organization().value(), who.id().value())
                .isPresent();
    }

    private ClientEntity client(UUID subject) {
        return clients.findById(subject).orElseThrow(NotFound::new);
    }
}
