package org.careroom.people;

import java.time.Instant;

/**
 * An invitation that was just issued.
 *
 * @param link what to hand over; it can be told only now, as only its hash is stored
 * @param mailing whether the link goes to the address by e-mail as well
 */
public record IssuedInvitation(String email, String link, Instant expiresAt, Mailing mailing) {

    /** Whether an invitation is mailed, and if not, why. */
    public enum Mailing {
        SENT,
        NOT_SET_UP,
        TOO_MANY
    }
}
