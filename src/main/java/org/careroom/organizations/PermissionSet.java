package org.careroom.organizations;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Permissions saved under a name, to be applied to members. */
public record PermissionSet(UUID id, String name, Set<Permission> permissions, Instant changedAt, String changedBy) {}
