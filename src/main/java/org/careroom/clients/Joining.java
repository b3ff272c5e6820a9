package org.careroom.clients;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a client has come on the way to an account that they chat with. */
public enum Joining {
    NOT_INVITED,
    INVITED,
    /** Invited, and did not answer within the 30 days (product 1). */
    EXPIRED,
    JOINED;

    /**
     * @param joined whether they have an account
     * @param expiresAt until when their invitation can be answered; null when there is none
     */
    static Joining of(boolean joined, @Nullable Instant expiresAt, Instant now) {
        if (joined) {
            return JOINED;
        }
        if (expiresAt == null) {
            return NOT_INVITED;
        }
        return now.isBefore(expiresAt) ? INVITED : EXPIRED;
    }
}
