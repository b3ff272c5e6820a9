package org.careroom.workflows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;

/**
 * Looks at all that a workflow's form holds, and says what is wrong with each field by its name in the form, such as {@code
 * tasks[2].fields[0].label}.
 */
final class WorkflowCheck {

    private static final int MOST_TASKS = 60;
    private static final int MOST_FIELDS = 400;
    private static final int MOST_GROUPS = 40;
    private static final int MOST_WORDS = 60;

    private final List<Checked<?>> all = new ArrayList<>();
    private final Set<String> taskNames = new HashSet<>();
    private final Set<String> labels = new HashSet<>();
    private final Set<String> groupNames = new HashSet<>();

    private WorkflowCheck() {}

    /**
     * The definition as it is kept: texts stripped, choices only where the type has some, groups naming only what there is.
     *
     * @throws Invalid at each field that is wrong
     */
    static WorkflowDefinition of(WorkflowDefinition typed) {
        WorkflowCheck check = new WorkflowCheck();
        check.most("tasks", typed.tasks().size(), MOST_TASKS);
        check.most("tasks", typed.fields().count(), MOST_FIELDS);
        check.most("groups", typed.groups().size(), MOST_GROUPS);
        if (typed.tasks().isEmpty()) {
            check.wrong("tasks", Reason.of("workflow.tasks.none"));
        }
        List<TaskTemplate> tasks = check.tasks(typed.tasks());
        List<String> stages = check.words("stages", typed.stages());
        List<String> tags = check.words("tags", typed.tags());
        List<GroupTemplate> groups = check.groups(typed.groups(), tasks);
        Checked.all(check.all.toArray(Checked<?>[]::new));
        return new WorkflowDefinition(tasks, stages, tags, groups);
    }

    private List<TaskTemplate> tasks(List<TaskTemplate> typed) {
        List<TaskTemplate> tasks = new ArrayList<>();
        for (int number = 0; number < typed.size(); number++) {
            TaskTemplate task = typed.get(number);
            String at = "tasks[" + number + "]";
            String name = line(at + ".name", task.name(), PlainText.NAME, taskNames, "workflow.task.twice");
            tasks.add(new TaskTemplate(task.key(), name, fields(at, task.fields())));
        }
        return tasks;
    }

    private List<FieldTemplate> fields(String task, List<FieldTemplate> typed) {
        List<FieldTemplate> fields = new ArrayList<>();
        for (int number = 0; number < typed.size(); number++) {
            FieldTemplate field = typed.get(number);
            String at = task + ".fields[" + number + "]";
            String label =
                    line(at + ".label", field.label(), FieldTemplate.LONGEST_LABEL, labels, "workflow.field.twice");
            fields.add(new FieldTemplate(
                    field.key(), label, field.type(), field.mandatory(), choices(at + ".choices", field)));
        }
        return fields;
    }

    private List<String> choices(String at, FieldTemplate field) {
        if (!field.type().hasChoices()) {
            return List.of();
        }
        List<String> choices = words(at, field.choices());
        if (choices.isEmpty()) {
            wrong(at, Reason.of("workflow.choices.none"));
        }
        return choices;
    }

    private List<GroupTemplate> groups(List<GroupTemplate> typed, List<TaskTemplate> tasks) {
        Set<UUID> taskKeys = tasks.stream().map(TaskTemplate::key).collect(Collectors.toSet());
        Set<UUID> fieldKeys = tasks.stream()
                .flatMap(task -> task.fields().stream())
                .map(FieldTemplate::key)
                .collect(Collectors.toSet());
        List<GroupTemplate> groups = new ArrayList<>();
        for (int number = 0; number < typed.size(); number++) {
            GroupTemplate group = typed.get(number);
            String at = "groups[" + number + "].name";
            String name = line(at, group.name(), PlainText.NAME, groupNames, "workflow.group.twice");
            groups.add(new GroupTemplate(
                    name,
                    group.mayEdit(),
                    group.teams(),
                    within(group.tasks(), taskKeys),
                    within(group.fields(), fieldKeys)));
        }
        return groups;
    }

    private static Set<UUID> within(Set<UUID> chosen, Set<UUID> there) {
        return chosen.stream().filter(there::contains).collect(Collectors.toSet());
    }

    /** Single words of a list, one a line; what stands twice is kept once. */
    private List<String> words(String at, List<String> typed) {
        Checked<List<String>> words = Checked.of(() -> typed.stream()
                .map(word -> PlainText.lineOrEmpty(at, word, PlainText.NAME))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList());
        all.add(words);
        List<String> kept = words.or(List.of());
        most(at, kept.size(), MOST_WORDS);
        return kept;
    }

    private String line(String at, String typed, int longest, Set<String> others, String twice) {
        Checked<String> line = Checked.of(() -> {
            String text = PlainText.line(at, typed, longest);
            if (!others.add(text.toLowerCase(Locale.ROOT))) {
                throw new Invalid(at, Reason.of(twice));
            }
            return text;
        });
        all.add(line);
        return line.or("");
    }

    private void most(String at, long number, int most) {
        if (number > most) {
            wrong(at, Reason.of("workflow.many", most));
        }
    }

    private void wrong(String at, Reason reason) {
        all.add(new Checked.Wrong<>(new Invalid(at, reason)));
    }
}
