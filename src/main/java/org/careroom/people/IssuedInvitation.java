package org.careroom.people;

import java.time.Instant;

/**
 * An invitation that was just sent.
 *
 * @param link what to hand over; it can be told only now, as only its hash is stored
 */
public record IssuedInvitation(String email, String link, Instant expiresAt) {}
