package org.careroom.organizations;

import java.util.Set;
import org.careroom.people.PersonId;

/**
 * What one person is in one organization at this moment.
 *
 * @param permissions the switches that are on; ask {@link #may} what that allows
 */
public record Membership(
        OrganizationId organization,
        String organizationName,
        Plan plan,
        PersonId person,
        Level level,
        Status status,
        String jobRole,
        Set<Permission> permissions) {

    public boolean active() {
        return status == Status.ACTIVE;
    }

    /** An active admin. */
    public boolean admin() {
        return active() && level == Level.ADMIN;
    }

    public boolean premium() {
        return plan == Plan.PREMIUM;
    }

    /** Whether this member may do what the permission allows, switched on or come with being an admin. */
    public boolean may(Permission permission) {
        return active() && (permissions.contains(permission) || admin() && permission.comesWithAdmin());
    }
}
