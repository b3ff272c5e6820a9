package org.careroom.organizations;

import org.careroom.people.PersonId;

/** A deactivated member is active again. Published in the transaction. */
public record MemberReactivated(OrganizationId organization, PersonId person, PersonId by) {}
