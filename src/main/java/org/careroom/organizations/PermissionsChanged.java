package org.careroom.organizations;

import java.util.Set;
import org.careroom.people.PersonId;

/** An admin has changed what an active member may do; published in the transaction of it. */
public record PermissionsChanged(
        OrganizationId organization, PersonId person, Set<Permission> before, Set<Permission> after) {

    /** Whether the member has lost it by this. */
    public boolean lost(Permission permission) {
        return before.contains(permission) && !after.contains(permission);
    }
}
