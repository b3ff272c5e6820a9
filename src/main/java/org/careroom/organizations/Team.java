package org.careroom.organizations;

import java.time.Instant;
import java.util.Set;
import org.careroom.people.PersonId;

/**
 * A team as somebody sees it who may use it.
 *
 * @param people all that are listed, also those who are no longer active
 * @param editable whether who is asking may change it
 */
public record Team(
        TeamId id,
        OrganizationId organization,
        String organizationName,
        PersonId owner,
        String name,
        boolean shared,
        Set<PersonId> people,
        boolean editable,
        Instant changedAt,
        PersonId changedBy) {}
