package org.careroom.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.messaging.Room;
import org.careroom.organizations.Team;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.Teams;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.careroom.workflows.FieldTemplate;
import org.careroom.workflows.GroupTemplate;
import org.careroom.workflows.TaskTemplate;
import org.careroom.workflows.Workflow;
import org.careroom.workflows.WorkflowId;
import org.careroom.workflows.Workflows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The follower groups that a workflow proposes for its cases: offered once a case is set up. */
@Service
@Transactional
public class DefaultGroups {

    private final CaseDoor door;
    private final CaseTaskRepository tasks;
    private final CaseFieldRepository fields;
    private final FollowerGroups groups;
    private final Workflows workflows;
    private final Teams teams;
    private final CaseRooms caseRooms;

    DefaultGroups(
            CaseDoor door,
            CaseTaskRepository tasks,
            CaseFieldRepository fields,
            FollowerGroups groups,
            Workflows workflows,
            Teams teams,
            CaseRooms caseRooms) {
        this.door = door;
        this.tasks = tasks;
        this.fields = fields;
        this.groups = groups;
        this.workflows = workflows;
        this.teams = teams;
        this.caseRooms = caseRooms;
    }

    /**
     * A group as it is offered.
     *
     * @param teams the names of the teams whose people come into it
     * @param tasks the names of the tasks it gets whole, {@code fields} the labels of single fields
     */
    public record Offered(
            String name,
            List<String> teams,
            List<String> tasks,
            List<String> fields,
            boolean mayEdit,
            NewGroup group) {}

    /** What is offered to an admin of the case and is not there yet; nothing when its workflow is gone. */
    @Transactional(readOnly = true)
    public List<Offered> of(Person who, CaseId id) {
        return offered(who, door.lookAsAdmin(who, id));
    }

    /** Sets up those of them that are named. */
    public void make(Person who, CaseId id, Set<String> names) {
        offered(who, door.lockOpenAsAdmin(who, id)).stream()
                .filter(offered -> names.contains(offered.name()))
                .forEach(offered -> groups.make(who, id, offered.group()));
    }

    private List<Offered> offered(Person who, CaseEntity of) {
        WorkflowId workflowId = of.workflow();
        return workflowId == null
                ? List.of()
                : workflows
                        .find(workflowId)
                        .map(workflow -> offered(who, of, workflow))
                        .orElse(List.of());
    }

    private List<Offered> offered(Person who, CaseEntity of, Workflow workflow) {
        Map<String, CaseTask> taskByName = tasks
                .findByCaseIdOrderByPosition(of.id().value())
                .stream()
                .collect(Collectors.toMap(CaseTask::name, Function.identity()));
        Map<String, CaseField> fieldByLabel = fields.inOrder(of.id().value()).stream()
                .collect(Collectors.toMap(CaseField::label, Function.identity()));
        Map<UUID, String> templates =
                workflow.definition().tasks().stream().collect(Collectors.toMap(TaskTemplate::key, TaskTemplate::name));
        workflow.definition().fields().forEach((FieldTemplate field) -> templates.put(field.key(), field.label()));
        Map<TeamId, Team> known =
                teams.visibleTo(who).stream().collect(Collectors.toMap(Team::id, Function.identity()));
        List<String> made = caseRooms.ofGroups(of).map(Room::name).toList();
        return workflow.definition().groups().stream()
                .filter(template -> made.stream().noneMatch(template.name()::equalsIgnoreCase))
                .map(template -> {
                    List<CaseTask> whole = named(template.tasks(), templates, taskByName);
                    List<CaseField> single = named(template.fields(), templates, fieldByLabel);
                    List<Team> its = template.teams().stream()
                            .map(TeamId::new)
                            .filter(known::containsKey)
                            .map(known::get)
                            .toList();
                    return new Offered(
                            template.name(),
                            its.stream().map(Team::name).sorted().toList(),
                            whole.stream().map(CaseTask::name).toList(),
                            single.stream().map(CaseField::label).toList(),
                            template.mayEdit(),
                            group(template, its, whole, single));
                })
                .toList();
    }

    private static NewGroup group(
            GroupTemplate template, List<Team> teams, List<CaseTask> whole, List<CaseField> single) {
        return new NewGroup(
                Id.next(),
                template.name(),
                List.of(),
                teams.stream().map(Team::id).toList(),
                new NewGroup.Given(
                        whole.stream().map(CaseTask::id).collect(Collectors.toSet()),
                        single.stream().map(CaseField::id).collect(Collectors.toSet()),
                        template.mayEdit()));
    }

    private static <T> List<T> named(Set<UUID> keys, Map<UUID, String> templates, Map<String, T> byName) {
        return templates.entrySet().stream()
                .filter(entry -> keys.contains(entry.getKey()) && byName.containsKey(entry.getValue()))
                .map(entry -> byName.get(entry.getValue()))
                .toList();
    }
}
