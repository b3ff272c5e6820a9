package org.careroom.organizations;

import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One person of a CSV.
 *
 * @param number its line in the text, from 1
 * @param text the line as it was given
 * @param refusal why it cannot be invited; null when it can
 */
public record CsvLine(
        long number,
        String text,
        String name,
        String email,
        @Nullable Reason refusal) {

    public boolean good() {
        return refusal == null;
    }
}
