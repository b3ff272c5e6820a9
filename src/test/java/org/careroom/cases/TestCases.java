package org.careroom.cases;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.careroom.workflows.FieldTemplate;
import org.careroom.workflows.FieldType;
import org.careroom.workflows.TaskTemplate;
import org.careroom.workflows.WorkflowDefinition;
import org.careroom.workflows.WorkflowId;
import org.careroom.workflows.Workflows;
import org.springframework.stereotype.Component;

/** Cases for tests, set up the way pages do it. */
@Component
public class TestCases {

    private final Workflows workflows;
    private final Cases cases;
    private final CaseFields fields;
    private final FollowerGroups groups;
    private final CasePages pages;
    private final CasePermissions permissions;

    TestCases(
            Workflows workflows,
            Cases cases,
            CaseFields fields,
            FollowerGroups groups,
            CasePages pages,
            CasePermissions permissions) {
        this.workflows = workflows;
        this.cases = cases;
        this.fields = fields;
        this.groups = groups;
        this.pages = pages;
        this.permissions = permissions;
    }

    /** A case of two tasks, Allocation and OR scheduling; who sets it up is an organization's admin. */
    public CaseId recovery(Person admin, OrganizationId organization) {
        return make(
                admin,
                organization,
                task("Allocation", field("Organ offered", FieldType.TEXT), needed("Decision", FieldType.TEXT)),
                task(
                        "OR scheduling",
                        needed("OR time", FieldType.DATE_TIME),
                        field("OR location", FieldType.TEXT),
                        field("Warm ischemia (minutes)", FieldType.NUMBER),
                        field("Anesthesia confirmed", FieldType.YES_NO)));
    }

    public CaseId make(Person admin, OrganizationId organization, TaskTemplate... tasks) {
        WorkflowId workflow = workflows.create(
                admin,
                organization,
                "Recovery " + UUID.randomUUID(),
                new WorkflowDefinition(List.of(tasks), List.of("Referral", "Recovery"), List.of("DCD"), List.of()));
        return cases.create(
                admin,
                new NewCase(
                        UUID.randomUUID(),
                        workflow,
                        new CaseDescription(
                                "Donor 4417", "AKJD417", "MATCH-7731", "Northlake", "Referral", Set.of("DCD"))));
    }

    public static TaskTemplate task(String name, FieldTemplate... fields) {
        return new TaskTemplate(Id.next(), name, List.of(fields));
    }

    public static FieldTemplate field(String label, FieldType type) {
        return new FieldTemplate(Id.next(), label, type, false, List.of());
    }

    public static FieldTemplate needed(String label, FieldType type) {
        return new FieldTemplate(Id.next(), label, type, true, List.of());
    }

    /** All fields of a case by their labels, as an admin sees them. */
    public Map<String, FieldView> fields(Person admin, CaseId id) {
        return pages.ofAdmin(admin, id).tasks().stream()
                .flatMap(task -> task.fields().stream())
                .collect(Collectors.toMap(FieldView::label, Function.identity()));
    }

    public FieldView field(Person admin, CaseId id, String label) {
        return Objects.requireNonNull(fields(admin, id).get(label), label);
    }

    public List<TaskView> tasks(Person admin, CaseId id) {
        return pages.ofAdmin(admin, id).tasks();
    }

    public TaskId taskNamed(Person admin, CaseId id, String name) {
        return pages.ofAdmin(admin, id).tasks().stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** A follower group that gets these single fields. */
    public GroupId group(Person admin, CaseId id, String name, List<String> labels, Person... followers) {
        Set<FieldId> given = new HashSet<>();
        labels.forEach(label -> given.add(field(admin, id, label).id()));
        return groups.make(
                        admin,
                        id,
                        new NewGroup(
                                UUID.randomUUID(),
                                name,
                                Arrays.stream(followers).map(Person::email).toList(),
                                List.of(),
                                new NewGroup.Given(Set.of(), given, false)))
                .group();
    }

    /** Gives a group exactly this, having looked at what it gets now. */
    public void give(Person admin, CaseId id, GroupId group, NewGroup.Given given) {
        groups.give(admin, id, group, given, permissions.group(admin, id, group).seen());
    }

    public RoomId room(Person admin, CaseId id, GroupId group) {
        return permissions.group(admin, id, group).room();
    }

    /** Fills in fields by their labels, seeing what they hold now. */
    public Saved fillIn(Person who, Person admin, CaseId id, Map<String, String> values) {
        return fields.save(
                who,
                id,
                values.entrySet().stream()
                        .map(entry -> {
                            FieldView field = field(admin, id, entry.getKey());
                            return new FieldInput(field.id(), List.of(entry.getValue()), field.version());
                        })
                        .toList());
    }
}
