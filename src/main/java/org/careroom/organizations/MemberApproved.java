package org.careroom.organizations;

import org.careroom.people.PersonId;

/** Somebody became an active member, by an admin's approval or by accepting an invitation. Published in the transaction. */
public record MemberApproved(OrganizationId organization, PersonId person) {}
