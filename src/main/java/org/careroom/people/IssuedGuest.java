package org.careroom.people;

/**
 * A guest who was just let in.
 *
 * @param token the secret for their cookie, which cannot be had a second time
 */
public record IssuedGuest(Guest guest, String token) {}
