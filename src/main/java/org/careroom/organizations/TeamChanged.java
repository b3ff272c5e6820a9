package org.careroom.organizations;

/** A team's people changed; places that copied them offer the change and never take it silently. Published in the transaction. */
public record TeamChanged(TeamId team) {}
