package org.careroom.clinics;

import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Who may do what in a clinic (product 6). Only active members of its organization get as far as asking. */
final class ClinicRules {

    private ClinicRules() {}

    /**
     * An active member of the organization as the rules see them.
     *
     * @param role what they are in the clinic; null when nothing
     * @param manages whether they are an administrator of every clinic of the organization (product 1, permission 7)
     */
    record Asker(@Nullable ClinicRole role, boolean manages) {}

    /** Whether they learn that there is such a clinic. */
    static boolean knows(Asker asker) {
        return asker.role() != null || asker.manages();
    }

    /** Why who knows the clinic may not do this, or null when they may. */
    static @Nullable Reason refusal(ClinicAction action, Asker asker) {
        return switch (action) {
            case SEE_CALLERS, MEET -> asker.role() == null ? Reason.of("clinic.refused.members") : null;
            case ADMINISTER ->
                asker.role() == ClinicRole.ADMINISTRATOR || asker.manages()
                        ? null
                        : Reason.of("clinic.refused.administrators");
        };
    }

    /**
     * Goes on when they may.
     *
     * @param slug the clinic's, whose settings are what helps who manages it
     * @throws NotFound when they do not know the clinic
     * @throws Refused when they do, but may not do this
     */
    static void require(ClinicAction action, Asker asker, String slug) {
        if (!knows(asker)) {
            throw new NotFound();
        }
        Reason refusal = refusal(action, asker);
        if (refusal != null) {
            throw new Refused(refusal, asker.manages() ? "/clinics/" + slug : null);
        }
    }
}
