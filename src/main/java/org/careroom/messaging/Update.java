package org.careroom.messaging;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a message of kind {@link MessageKind#UPDATE} tells, frozen when it was written.
 *
 * @param changes the fields that were filled in
 * @param task the name of a task that was completed, or opened again; null when it is about fields only
 * @param completed whether the task was completed
 */
public record Update(List<FieldChange> changes, @Nullable String task, boolean completed) {

    /** A field that holds something else than before. */
    public record FieldChange(UUID field, String label, Value before, Value after) {

        String line() {
            String old = before.isEmpty() ? "" : before.plain() + " → ";
            return label + ": " + old + (after.isEmpty() ? "–" : after.plain());
        }
    }

    public static Update of(List<FieldChange> changes) {
        return new Update(changes, null, false);
    }

    public static Update ofTask(String task, boolean completed) {
        return new Update(List.of(), task, completed);
    }

    /** The same as plain text, for lists, searches and scripts; a line for each change. */
    String text() {
        String lines = changes.stream().map(FieldChange::line).collect(Collectors.joining("\n"));
        return task == null ? lines : (task + "\n" + lines).strip();
    }
}
