package org.careroom.clinics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard of a clinic's waiting area.
 *
 * @param open whether callers can enter at this moment
 * @param closesAt until when, or null when it is closed or never closes
 * @param opensAt when it opens next while it is closed; null when nobody knows
 * @param administers whether who looks may change the clinic's settings
 * @param confirmsJoin whether Join asks first
 * @param changed up to which change the rows are
 * @param seenToday how many were seen since midnight, in the clinic's zone
 */
public record WaitingAreaView(
        ClinicId clinic,
        String slug,
        String name,
        boolean on,
        boolean open,
        @Nullable Instant closesAt,
        @Nullable Instant opensAt,
        boolean administers,
        boolean confirmsJoin,
        List<CallerRow> callers,
        long changed,
        long seenToday) {}
