package org.careroom.workflows.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.shared.Id;
import org.careroom.workflows.FieldTemplate;
import org.careroom.workflows.FieldType;
import org.careroom.workflows.GroupTemplate;
import org.careroom.workflows.TaskTemplate;
import org.careroom.workflows.Workflow;
import org.careroom.workflows.WorkflowDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The builder's form as it was filled in.
 *
 * @param version of the workflow that it was opened from; 0 for a new one
 * @param stages one a line, as {@code tags} are and each field's choices
 */
record WorkflowForm(
        @Nullable String name,
        @Nullable Integer version,
        @Nullable List<TaskForm> tasks,
        @Nullable String stages,
        @Nullable String tags,
        @Nullable List<GroupForm> groups) {

    /** A task. */
    record TaskForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable List<FieldForm> fields) {

        static TaskForm empty() {
            return new TaskForm(Id.next().toString(), "", List.of(FieldForm.empty()));
        }

        public List<FieldForm> itsFields() {
            return fields == null ? List.of() : fields;
        }

        private TaskTemplate template() {
            return new TaskTemplate(
                    parsed(key),
                    text(name),
                    itsFields().stream().map(FieldForm::template).toList());
        }
    }

    /** A field of a task. */
    record FieldForm(
            @Nullable String key,
            @Nullable String label,
            @Nullable FieldType type,
            @Nullable Boolean mandatory,
            @Nullable String choices) {

        static FieldForm empty() {
            return new FieldForm(Id.next().toString(), "", FieldType.TEXT, false, "");
        }

        public boolean isMandatory() {
            return Boolean.TRUE.equals(mandatory);
        }

        private FieldTemplate template() {
            return new FieldTemplate(
                    parsed(key), text(label), type == null ? FieldType.TEXT : type, isMandatory(), lines(choices));
        }
    }

    /** A default follower group. */
    record GroupForm(
            @Nullable String name,
            @Nullable Boolean mayEdit,
            @Nullable Set<String> teams,
            @Nullable Set<String> tasks,
            @Nullable Set<String> fields) {

        static GroupForm empty() {
            return new GroupForm("", false, Set.of(), Set.of(), Set.of());
        }

        public boolean edits() {
            return Boolean.TRUE.equals(mayEdit);
        }

        public boolean hasTeam(Object id) {
            return teams != null && teams.contains(id.toString());
        }

        public boolean hasTask(String key) {
            return tasks != null && tasks.contains(key);
        }

        public boolean hasField(String key) {
            return fields != null && fields.contains(key);
        }

        private GroupTemplate template() {
            return new GroupTemplate(text(name), edits(), keys(teams), keys(tasks), keys(fields));
        }
    }

    static WorkflowForm of(String name, int version, WorkflowDefinition definition) {
        return new WorkflowForm(
                name,
                version,
                definition.tasks().stream().map(WorkflowForm::of).toList(),
                String.join("\n", definition.stages()),
                String.join("\n", definition.tags()),
                definition.groups().stream().map(WorkflowForm::of).toList());
    }

    static WorkflowForm of(Workflow workflow) {
        return of(workflow.name(), workflow.version(), workflow.definition());
    }

    int seen() {
        return version == null ? 0 : version;
    }

    WorkflowForm withVersion(int other) {
        return new WorkflowForm(name, other, tasks, stages, tags, groups);
    }

    WorkflowDefinition definition() {
        return new WorkflowDefinition(
                itsTasks().stream().map(TaskForm::template).toList(),
                lines(stages),
                lines(tags),
                itsGroups().stream().map(GroupForm::template).toList());
    }

    public List<TaskForm> itsTasks() {
        return tasks == null ? List.of() : tasks;
    }

    public List<GroupForm> itsGroups() {
        return groups == null ? List.of() : groups;
    }

    private static TaskForm of(TaskTemplate task) {
        return new TaskForm(
                task.key().toString(),
                task.name(),
                task.fields().stream()
                        .map(field -> new FieldForm(
                                field.key().toString(),
                                field.label(),
                                field.type(),
                                field.mandatory(),
                                String.join("\n", field.choices())))
                        .toList());
    }

    private static GroupForm of(GroupTemplate group) {
        return new GroupForm(
                group.name(), group.mayEdit(), texts(group.teams()), texts(group.tasks()), texts(group.fields()));
    }

    private static Set<String> texts(Set<UUID> keys) {
        return keys.stream().map(UUID::toString).collect(Collectors.toSet());
    }

    private static Set<UUID> keys(@Nullable Set<String> typed) {
        return typed == null ? Set.of() : typed.stream().map(Id::parse).collect(Collectors.toSet());
    }

    private static UUID parsed(@Nullable String typed) {
        return typed == null ? Id.next() : Id.parse(typed);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static List<String> lines(@Nullable String typed) {
        return typed == null ? List.of() : typed.lines().toList();
    }
}
