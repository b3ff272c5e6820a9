package org.careroom.clinics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic shows whoever opens its link (product 6: the patient's way).
 *
 * @param open whether one can enter at this moment
 * @param opensAt when it opens next, while it is closed; null when nobody knows
 * @param terms empty when there are none to agree to
 * @param support what to do when something does not work; may be empty
 * @param emergencyNumber may be empty
 * @param patienceMinutes how long a place is kept for whoever loses the connection
 */
public record Entrance(
        ClinicId clinic,
        String slug,
        String name,
        boolean open,
        @Nullable Instant opensAt,
        List<EntryField> fields,
        String terms,
        String support,
        String emergencyNumber,
        int patienceMinutes) {}
