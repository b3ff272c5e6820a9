package org.careroom.clients;

import org.careroom.organizations.OrganizationId;
import org.careroom.people.PersonId;

/**
 * A client as a conversation needs it.
 *
 * @param account what they sign in with
 * @param name what the organization calls them
 * @param chatOn whether they may write and be written to at this moment
 * @param provider an active member of the organization
 */
public record ClientContact(
        ClientId id, OrganizationId organization, PersonId account, String name, boolean chatOn, PersonId provider) {}
