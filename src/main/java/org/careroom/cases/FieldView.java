package org.careroom.cases;

import java.time.Instant;
import java.util.List;
import org.careroom.messaging.Value;
import org.careroom.workflows.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A field as a page shows it to somebody who was given it.
 *
 * @param typed what its input holds, in the reader's zone; several choices one a line
 * @param version which a save says it has seen
 * @param editable whether the reader may fill it in
 */
public record FieldView(
        FieldId id,
        String label,
        FieldType type,
        boolean mandatory,
        List<String> choices,
        Value value,
        String typed,
        int version,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        boolean editable) {

    /** Whether this is one of the choices made. */
    public boolean chosen(String choice) {
        return typed.lines().anyMatch(choice::equals);
    }
}
