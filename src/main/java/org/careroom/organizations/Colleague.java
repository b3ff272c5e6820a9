package org.careroom.organizations;

import org.careroom.people.PersonId;

/** Somebody who is an active member of an organization in which the person who asks is one too. */
public record Colleague(
        PersonId id, String name, String email, String jobRole, OrganizationId organization, String organizationName) {}
