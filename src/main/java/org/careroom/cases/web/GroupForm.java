package org.careroom.cases.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.cases.CasePermissions;
import org.careroom.cases.FieldId;
import org.careroom.cases.NewGroup;
import org.careroom.cases.TaskId;
import org.careroom.organizations.TeamId;
import org.careroom.shared.Id;
import org.jspecify.annotations.Nullable;

/** The form of a follower room as it was filled in. */
record GroupForm(
        @Nullable String key,
        @Nullable String name,
        @Nullable List<String> people,
        @Nullable List<String> teams,
        @Nullable Set<String> tasks,
        @Nullable Set<String> fields,
        @Nullable Boolean mayEdit) {

    static final GroupForm EMPTY = new GroupForm(null, null, null, null, null, null, null);

    static GroupForm of(CasePermissions.Group group) {
        return new GroupForm(
                null,
                group.name(),
                null,
                null,
                group.tasks().stream().map(TaskId::toString).collect(Collectors.toSet()),
                group.fields().stream().map(FieldId::toString).collect(Collectors.toSet()),
                group.mayEdit());
    }

    GroupForm adding(GroupForm typed) {
        return new GroupForm(key, name, typed.people, typed.teams, tasks, fields, mayEdit);
    }

    NewGroup wanted() {
        UUID form = key == null ? Id.next() : Id.parse(key);
        return new NewGroup(form, name == null ? "" : name, addresses(), teamIds(), given());
    }

    /** The form's own key: sent twice it makes one room. */
    public String formKey() {
        return key == null ? Id.next().toString() : key;
    }

    NewGroup.Given given() {
        return new NewGroup.Given(
                tasks == null ? Set.of() : tasks.stream().map(TaskId::of).collect(Collectors.toSet()),
                fields == null ? Set.of() : fields.stream().map(FieldId::of).collect(Collectors.toSet()),
                edits());
    }

    List<String> addresses() {
        return people == null ? List.of() : people;
    }

    List<TeamId> teamIds() {
        return teams == null ? List.of() : teams.stream().map(TeamId::of).toList();
    }

    /** What stands in the input for addresses: those that are not ticked among these. */
    public String written(List<String> offered) {
        return addresses().stream()
                .filter(address -> !offered.contains(address))
                .collect(Collectors.joining(", "));
    }

    public boolean edits() {
        return Boolean.TRUE.equals(mayEdit);
    }

    public boolean hasTask(TaskId id) {
        return tasks != null && tasks.contains(id.toString());
    }

    public boolean hasField(FieldId id) {
        return fields != null && fields.contains(id.toString());
    }

    public boolean hasTeam(TeamId id) {
        return teams != null && teams.contains(id.toString());
    }

    /** Whether the group will get the field. */
    public boolean gets(TaskId task, FieldId field) {
        return hasTask(task) || hasField(field);
    }
}
