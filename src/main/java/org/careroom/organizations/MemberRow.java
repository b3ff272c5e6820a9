package org.careroom.organizations;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A member as an admin sees them in the list.
 *
 * @param person null while they are only invited
 * @param since when the status began
 * @param expiresAt until when the invitation can be answered; null for everybody else
 */
public record MemberRow(
        MemberId id,
        @Nullable PersonId person,
        String name,
        String email,
        Level level,
        Status status,
        String jobRole,
        Set<Permission> permissions,
        Instant since,
        @Nullable Instant expiresAt) {

    /** Whether the member may do what the permission allows, or will once active. */
    public boolean may(Permission permission) {
        return permissions.contains(permission) || level == Level.ADMIN && permission.comesWithAdmin();
    }

    /** How many of the permissions they may use, switched on or come with being an admin. */
    public long permitted() {
        return Arrays.stream(Permission.values()).filter(this::may).count();
    }
}
