package org.careroom.workflows;

import java.util.List;
import java.util.UUID;

/**
 * A field of a task in a workflow.
 *
 * @param key by which groups name it; stays the same when the field is renamed or moved
 * @param label unique in its workflow, at most {@value #LONGEST_LABEL} characters
 * @param mandatory whether its task cannot be completed while it is empty
 * @param choices what there is to choose from; empty for types without choices
 */
public record FieldTemplate(UUID key, String label, FieldType type, boolean mandatory, List<String> choices) {

    public static final int LONGEST_LABEL = 80;
}
