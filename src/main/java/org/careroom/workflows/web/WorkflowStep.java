package org.careroom.workflows.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.careroom.shared.NotFound;
import org.careroom.workflows.web.WorkflowForm.FieldForm;
import org.careroom.workflows.web.WorkflowForm.GroupForm;
import org.careroom.workflows.web.WorkflowForm.TaskForm;

/**
 * One step of building that is not saving: adding, removing or moving a task, a field or a group. It is a button of the
 * form, written as what and where, such as {@code field-up:2:0} for the first field of the third task; a step off the end
 * of a task goes into its neighbour.
 *
 * @param at places counted from 0
 */
record WorkflowStep(String what, List<Integer> at) {

    private static final Pattern WRITTEN = Pattern.compile("[a-z]+-[a-z]+(:\\d{1,4}){0,4}");

    static WorkflowStep of(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw new NotFound();
        }
        String[] parts = written.split(":");
        return new WorkflowStep(
                parts[0], Arrays.stream(parts).skip(1).map(Integer::valueOf).toList());
    }

    /** The form after this step; unchanged where the place is not there. */
    WorkflowForm in(WorkflowForm form) {
        List<TaskForm> tasks = new ArrayList<>(form.itsTasks());
        List<GroupForm> groups = new ArrayList<>(form.itsGroups());
        try {
            switch (what) {
                case "task-add" -> tasks.add(TaskForm.empty());
                case "task-remove" -> tasks.remove(first());
                case "task-up" -> move(tasks, first(), first() - 1);
                case "task-down" -> move(tasks, first(), first() + 1);
                case "task-move" -> move(tasks, first(), at.get(1));
                case "field-add" ->
                    insert(tasks, first(), fields(tasks, first()).size(), FieldForm.empty());
                case "field-remove" -> take(tasks, first(), at.get(1));
                case "field-up" -> up(tasks, first(), at.get(1));
                case "field-down" -> down(tasks, first(), at.get(1));
                case "field-move" -> insert(tasks, at.get(2), at.get(3), take(tasks, first(), at.get(1)));
                case "group-add" -> groups.add(GroupForm.empty());
                case "group-remove" -> groups.remove(first());
                default -> throw new NotFound();
            }
        } catch (IndexOutOfBoundsException notThere) {
            return form;
        }
        return new WorkflowForm(form.name(), form.version(), tasks, form.stages(), form.tags(), groups);
    }

    private int first() {
        return at.get(0);
    }

    private static <T> void move(List<T> list, int from, int to) {
        list.add(to, list.remove(from));
    }

    private static void up(List<TaskForm> tasks, int task, int field) {
        int into = field > 0 ? task : task - 1;
        int place = field > 0 ? field - 1 : fields(tasks, into).size();
        insert(tasks, into, place, take(tasks, task, field));
    }

    private static void down(List<TaskForm> tasks, int task, int field) {
        boolean last = field == fields(tasks, task).size() - 1;
        int into = last ? task + 1 : task;
        tasks.get(into);
        insert(tasks, into, last ? 0 : field + 1, take(tasks, task, field));
    }

    private static FieldForm take(List<TaskForm> tasks, int task, int field) {
        List<FieldForm> fields = new ArrayList<>(fields(tasks, task));
        FieldForm taken = fields.remove(field);
        hold(tasks, task, fields);
        return taken;
    }

    private static void insert(List<TaskForm> tasks, int task, int place, FieldForm field) {
        List<FieldForm> fields = new ArrayList<>(fields(tasks, task));
        fields.add(place, field);
        hold(tasks, task, fields);
    }

    private static List<FieldForm> fields(List<TaskForm> tasks, int task) {
        return tasks.get(task).itsFields();
    }

    private static void hold(List<TaskForm> tasks, int task, List<FieldForm> fields) {
        TaskForm before = tasks.get(task);
        tasks.set(task, new TaskForm(before.key(), before.name(), fields));
    }
}
