package org.careroom.people;

import java.util.UUID;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;

/** What somebody can be invited to; each module that invites implements it for its own nouns. */
public interface InvitationKind {

    /** A word that is stored with the invitation and never changes. */
    String kind();

    /** All that a stranger with the link may read before they accept, such as who invites. */
    Reason line(UUID subject, Person invitedBy);

    /**
     * Somebody whose account has the invited address accepts, in the transaction that ends the invitation.
     *
     * @return the address of the page to go on to
     * @throws Refused when this person cannot have it
     */
    String accept(Person who, UUID subject);

    /** The invitation was declined by whoever holds the link. */
    void decline(UUID subject);
}
