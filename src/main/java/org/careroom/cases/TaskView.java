package org.careroom.cases;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A task with its fields, as a page shows it.
 *
 * @param mayComplete whether the reader completes it, or opens it again
 */
public record TaskView(
        TaskId id,
        String name,
        boolean complete,
        @Nullable String completedBy,
        @Nullable Instant completedAt,
        boolean mayComplete,
        List<FieldView> fields) {

    public long filledIn() {
        return fields.stream().filter(field -> !field.value().isEmpty()).count();
    }

    /** How much of its ring is drawn, of {@value #RING} units. */
    public long ring() {
        return fields.isEmpty() ? (complete ? RING : 0) : RING * filledIn() / fields.size();
    }

    private static final int RING = 94;

    /** The labels of mandatory fields that hold nothing. */
    public String missing() {
        return fields.stream()
                .filter(field -> field.mandatory() && field.value().isEmpty())
                .map(FieldView::label)
                .collect(Collectors.joining(", "));
    }
}
