package org.careroom.organizations;

import java.util.Set;
import org.careroom.people.PersonId;

/** A team's people changed; places that copied them offer the change and never take it silently. Published in the transaction. */
public record TeamChanged(TeamId team, OrganizationId organization, Set<PersonId> added, Set<PersonId> removed) {}
