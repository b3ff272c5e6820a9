package org.careroom.people;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody without an account who was let in to one thing, and whose browser holds a secret cookie.
 *
 * @param id no account has it
 * @param purpose the id of what they were let in to, such as a clinic's waiting area
 */
public record Guest(PersonId id, UUID purpose, Instant expiresAt) {

    static final String SIGN_IN = "guest:";

    /** What stands for this guest where people have the id of their session. */
    String signIn() {
        return signIn(id);
    }

    static String signIn(PersonId guest) {
        return SIGN_IN + guest;
    }
}
