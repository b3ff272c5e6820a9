package org.careroom.workflows;

import java.time.Instant;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.PersonId;

/**
 * A workflow of an organization.
 *
 * @param version grows with each change
 */
public record Workflow(
        WorkflowId id,
        OrganizationId organization,
        String name,
        WorkflowDefinition definition,
        int version,
        PersonId changedBy,
        Instant changedAt) {}
