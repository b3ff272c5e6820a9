package org.careroom.workflows;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a workflow consists of.
 *
 * @param tasks in their order
 * @param stages that a case goes through, in their order; the first is a new case's
 * @param tags that a case may bear
 * @param groups that a new case is offered
 */
public record WorkflowDefinition(
        List<TaskTemplate> tasks, List<String> stages, List<String> tags, List<GroupTemplate> groups) {

    public static final WorkflowDefinition EMPTY = new WorkflowDefinition(List.of(), List.of(), List.of(), List.of());

    /** All fields in the order of their tasks. */
    public Stream<FieldTemplate> fields() {
        return tasks.stream().flatMap(task -> task.fields().stream());
    }
}
