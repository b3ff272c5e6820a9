package org.careroom.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.careroom.messaging.Value;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What came of saving fields, each by itself.
 *
 * @param saved those that hold something else now, with their new versions
 * @param conflicts those that somebody else changed meanwhile: nothing is overwritten until the person has seen it
 * @param wrong those whose input cannot be taken, and why
 */
public record Saved(Map<FieldId, Integer> saved, List<Conflict> conflicts, Map<FieldId, Reason> wrong) {

    /**
     * A field that holds something else than the person saw.
     *
     * @param current what it holds now, and {@code version} the version of that, which to save again with replaces it
     */
    public record Conflict(
            FieldId field,
            String label,
            Value current,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            int version) {}

    public boolean isComplete() {
        return conflicts.isEmpty() && wrong.isEmpty();
    }
}
