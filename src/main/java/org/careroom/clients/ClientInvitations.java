package org.careroom.clients;

import org.careroom.people.Invitations;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites clients to chat by e-mail; an invitation is good for 30 days, sending it again starts them again (product 1). */
@Service
@Transactional
public class ClientInvitations {

    private final ClientDoor door;
    private final Invitations invitations;
    private final People people;

    ClientInvitations(ClientDoor door, Invitations invitations, People people) {
        this.door = door;
        this.invitations = invitations;
        this.people = people;
    }

    /**
     * Invites, or invites again, which ends the link before and starts the 30 days again.
     *
     * @throws NotFound unless they may open the client
     * @throws Refused when they may, but not invite; also when the client has no address, or one of staff, has an account already,
     *     or chat is off
     */
    public IssuedInvitation invite(Person who, ClientId id) {
        ClientEntity client = door.lock(who, id, ClientAction.INVITE);
        if (people.findByEmail(client.email()).filter(Person::isStaff).isPresent()) {
            throw new Refused(Reason.of("client.refused.staff-email"));
        }
        return invitations.issue(who, ChatInvitation.KIND, id.value(), client.email());
    }

    /**
     * The link leads nowhere from now on.
     *
     * @throws NotFound unless they may open the client
     * @throws Refused when they may, but not do this; also when nobody is invited
     */
    public void withdraw(Person who, ClientId id) {
        door.lock(who, id, ClientAction.WITHDRAW);
        invitations.withdraw(ChatInvitation.KIND, id.value());
    }
}
