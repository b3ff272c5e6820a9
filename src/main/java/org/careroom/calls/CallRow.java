package org.careroom.calls;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as it is stored.
 *
 * @param chatSequence the number of its last chat message, 0 before the first
 */
record CallRow(
        CallId id,
        PlaceKind kind,
        UUID place,
        Instant begunAt,
        @Nullable Instant endedAt,
        boolean locked,
        long chatSequence) {

    boolean ended() {
        return endedAt != null;
    }
}
