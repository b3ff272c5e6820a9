package org.careroom.clients;

/**
 * A client in the list.
 *
 * @param email empty when there is none
 * @param phone empty when there is none
 * @param provider the provider's name
 */
public record ClientRow(
        ClientId id, String name, String email, String phone, String provider, Joining joining, boolean chatOn) {}
