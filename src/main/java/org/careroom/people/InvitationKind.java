package org.careroom.people;

import java.util.UUID;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;

/** What somebody can be invited to; each module that invites implements it for its own nouns. */
public interface InvitationKind {

    /** A word that is stored with the invitation and never changes. */
    String kind();

    /** All that a stranger with the link may read before they accept, such as who invites. */
    Reason line(UUID subject, Person invitedBy);

    /** What whoever invites calls the invited person, empty when they gave no name. */
    default String invitedName(UUID subject) {
        return "";
    }

    /** Which kind of account somebody opens by accepting who has none yet. */
    default Person.Kind opens() {
        return Person.Kind.STAFF;
    }

    /**
     * Has to itself until the transaction ends what the invitation invites to, and then the invitation may be locked: in this
     * order, as those have it who invite and withdraw.
     *
     * @throws NotFound when there is nothing to answer any longer
     */
    void lock(UUID subject);

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
