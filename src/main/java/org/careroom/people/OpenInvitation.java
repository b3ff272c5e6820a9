package org.careroom.people;

import java.time.Instant;
import java.util.UUID;
import org.careroom.shared.Reason;

/**
 * An invitation that can still be answered.
 *
 * @param line all that may be told about it
 * @param email the address that it was sent to
 * @param name what whoever invites calls the invited person, or empty
 * @param hasAccount whether that address has an account, which then has to be signed in to
 */
public record OpenInvitation(
        UUID subject, Reason line, String email, String name, boolean hasAccount, Instant expiresAt) {}
