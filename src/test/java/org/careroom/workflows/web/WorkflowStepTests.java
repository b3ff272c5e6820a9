package org.careroom.workflows.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.careroom.shared.NotFound;
import org.careroom.workflows.FieldType;
import org.careroom.workflows.web.WorkflowForm.FieldForm;
import org.careroom.workflows.web.WorkflowForm.TaskForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of building, as what a form holds before and after them: tasks and, in brackets, their fields. */
class WorkflowStepTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            task-add         | A[1,2] B[3]        | A[1,2] B[3] [?]
            task-remove:0    | A[1,2] B[3]        | B[3]
            task-up:1        | A[1,2] B[3]        | B[3] A[1,2]
            task-down:0      | A[1,2] B[3]        | B[3] A[1,2]
            task-up:0        | A[1,2] B[3]        | A[1,2] B[3]
            task-move:2:0    | A[1] B[2] C[3]     | C[3] A[1] B[2]
            field-add:1      | A[1,2] B[3]        | A[1,2] B[3,?]
            field-remove:0:1 | A[1,2] B[3]        | A[1] B[3]
            field-up:0:1     | A[1,2] B[3]        | A[2,1] B[3]
            field-down:0:0   | A[1,2] B[3]        | A[2,1] B[3]
            field-up:1:0     | A[1,2] B[3]        | A[1,2,3] B[]
            field-down:0:1   | A[1,2] B[3]        | A[1] B[2,3]
            field-up:0:0     | A[1,2] B[3]        | A[1,2] B[3]
            field-down:1:0   | A[1,2] B[3]        | A[1,2] B[3]
            field-move:0:0:1:1 | A[1,2] B[3]      | A[2] B[3,1]
            field-remove:9:9 | A[1,2] B[3]        | A[1,2] B[3]
            """)
    void aStep(String step, String before, String after) {
        assertThat(written(WorkflowStep.of(step).in(form(before)))).isEqualTo(after);
    }

    @Test
    void groupsAreAddedAndRemoved() {
        WorkflowForm two =
                WorkflowStep.of("group-add").in(WorkflowStep.of("group-add").in(form("A[1]")));
        assertThat(two.itsGroups()).hasSize(2);
        assertThat(WorkflowStep.of("group-remove:0").in(two).itsGroups()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "task-eat:1", "task-up:x", "task-up:1:2:3:4:5"})
    void whatIsNoStepIsNotFound(String step) {
        assertThatThrownBy(() -> WorkflowStep.of(step).in(form("A[1] B[2]"))).isInstanceOf(NotFound.class);
    }

    private static WorkflowForm form(String written) {
        List<TaskForm> tasks = Arrays.stream(written.split(" "))
                .map(task -> {
                    String inside = task.substring(task.indexOf('[') + 1, task.length() - 1);
                    List<FieldForm> fields = inside.isEmpty()
                            ? List.of()
                            : Arrays.stream(inside.split(","))
                                    .map(label -> new FieldForm(label, label, FieldType.TEXT, null, ""))
                                    .toList();
                    return new TaskForm(task.substring(0, 1), task.substring(0, 1), fields);
                })
                .toList();
        return new WorkflowForm("Recovery", 1, tasks, "", "", List.of());
    }

    private static String written(WorkflowForm form) {
        return form.itsTasks().stream()
                .map(task -> task.name()
                        + task.itsFields().stream()
                                .map(field ->
                                        field.label() == null || field.label().isEmpty() ? "?" : field.label())
                                .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(" "));
    }
}
