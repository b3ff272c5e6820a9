package org.careroom.organizations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A member's page.
 *
 * @param refusals what cannot be done with this member and why; whatever is not in it can be done
 * @param changedBy who changed the membership last; null when nobody has
 */
public record MemberDetails(
        MemberRow member,
        Organization organization,
        Map<MemberAction, Reason> refusals,
        Instant changedAt,
        @Nullable String changedBy,
        List<SettingsChange> changes) {

    public boolean can(MemberAction action) {
        return !refusals.containsKey(action);
    }

    /** For templates, which know actions by their names. */
    public boolean can(String action) {
        return can(MemberAction.valueOf(action));
    }

    public @Nullable Reason why(String action) {
        return refusals.get(MemberAction.valueOf(action));
    }
}
