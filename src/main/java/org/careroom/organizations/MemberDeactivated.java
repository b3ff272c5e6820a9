package org.careroom.organizations;

import org.careroom.people.PersonId;

/** A member lost at once the access to everything of the organization. Published in the transaction. */
public record MemberDeactivated(OrganizationId organization, PersonId person, PersonId by) {}
