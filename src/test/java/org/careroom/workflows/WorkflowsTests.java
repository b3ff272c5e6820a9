package org.careroom.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.Teams;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who builds workflows, what is wrong with one, and those that come with the product (product 4). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class WorkflowsTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Workflows workflows;

    @Autowired
    private ProvidedWorkflows provided;

    @Autowired
    private Teams teams;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person amara;

    @BeforeEach
    void riverside() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
    }

    @Test
    void theLargestWorkflowComesThroughTheBuildersForm() {
        Browsing browser = new Browsing(port);
        browser.signIn(amara.email(), Staff.PASSWORD);
        List<String> form = new ArrayList<>(List.of("name", "All there is", "stages", "", "tags", ""));
        form.addAll(List.of("tasks[0].key", Id.next().toString(), "tasks[0].name", "Everything"));
        for (int field = 0; field < 400; field++) {
            String at = "tasks[0].fields[" + field + "].";
            form.addAll(List.of(at + "key", Id.next().toString(), at + "label", "Field " + field));
            form.addAll(List.of(at + "type", "TEXT", at + "mandatory", "true", at + "choices", ""));
        }
        HttpResponse<String> answer = browser.post("/workflows", form.toArray(String[]::new));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(workflows.of(amara, riverside))
                .singleElement()
                .satisfies(
                        made -> assertThat(made.definition().fields().toList()).hasSize(400));
    }

    /** B: builds, S: sees, to set up cases; -: finds none. */
    @ParameterizedTest
    @CsvSource({"admin, B", "builder, B", "coordinator, S", "member, -", "pending, -", "foreign, -", "client, -"})
    void whoBuildsAndWhoSees(String kind, char may) {
        WorkflowId id = workflows.create(amara, riverside, "Recovery", oneTask("Allocation"));
        Person who = somebody(kind);
        if (may == '-') {
            assertThatThrownBy(() -> workflows.workflow(who, id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> workflows.of(who, riverside)).isInstanceOf(NotFound.class);
        } else {
            assertThat(workflows.workflow(who, id).name()).isEqualTo("Recovery");
        }
        ThrowingCallable change = () -> workflows.change(who, id, 1, "Changed", oneTask("Allocation"));
        ThrowingCallable create = () -> workflows.create(who, riverside, "Another", oneTask("Allocation"));
        // The foreigner builds workflows, at home.
        assertThat(workflows.mayBuild(who)).isEqualTo(may == 'B' || kind.equals("foreign"));
        if (may == 'B') {
            workflows.change(who, id, 1, "Changed", oneTask("Allocation"));
        } else {
            assertThatThrownBy(change).isInstanceOf(NotFound.class);
            assertThatThrownBy(create).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> workflows.delete(who, id)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void whatIsWrongIsSaidAtEachField() {
        FieldTemplate blank = new FieldTemplate(Id.next(), " ", FieldType.TEXT, false, List.of());
        FieldTemplate choice = new FieldTemplate(Id.next(), "Organ", FieldType.CHOOSE_ONE, false, List.of(" "));
        FieldTemplate twice = new FieldTemplate(Id.next(), "ORGAN", FieldType.TEXT, false, List.of());
        WorkflowDefinition wrong = new WorkflowDefinition(
                List.of(
                        new TaskTemplate(Id.next(), "Allocation", List.of(blank, choice)),
                        new TaskTemplate(Id.next(), "allocation", List.of(twice))),
                List.of("x".repeat(121)),
                List.of(),
                List.of(new GroupTemplate("", false, Set.of(), Set.of(), Set.of())));
        assertThatThrownBy(() -> workflows.create(amara, riverside, "", wrong))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.wrong().keySet())
                                .containsExactlyInAnyOrder(
                                        "name",
                                        "tasks[0].fields[0].label",
                                        "tasks[0].fields[1].choices",
                                        "tasks[1].name",
                                        "tasks[1].fields[0].label",
                                        "stages",
                                        "groups[0].name"));
        assertThat(workflows.of(amara, riverside)).isEmpty();
        assertThatThrownBy(() -> workflows.create(amara, riverside, "Empty", WorkflowDefinition.EMPTY))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void theSecondOfTwoWhoChangeAWorkflowIsTold() {
        WorkflowId id = workflows.create(amara, riverside, "Recovery", oneTask("Allocation"));
        workflows.change(amara, id, 1, "First", oneTask("First"));
        assertThatThrownBy(() -> workflows.change(amara, id, 1, "Second", oneTask("Second")))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("version"));
        assertThat(workflows.workflow(amara, id).name()).isEqualTo("First");
        workflows.create(amara, riverside, "Other", oneTask("Other"));
        assertThatThrownBy(() -> workflows.change(amara, id, 2, "OTHER", oneTask("Other")))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("name"));
    }

    @Test
    void twoCompleteWorkflowsComeWithTheProduct() {
        TeamId surgeons = teams.create(amara, riverside, "Surgeons", true, Set.of());
        assertThat(provided.names()).containsExactly("Deceased donor organ recovery", "Living donor evaluation");
        for (String name : provided.names()) {
            WorkflowDefinition copy = Objects.requireNonNull(provided.copy(name, teams.visibleTo(amara)));
            assertThat(copy.tasks()).hasSizeGreaterThanOrEqualTo(8);
            assertThat(copy.fields().count()).isGreaterThanOrEqualTo(40);
            assertThat(copy.groups())
                    .filteredOn(group -> group.name().equals("Surgeons"))
                    .allSatisfy(group -> assertThat(group.teams()).containsExactly(surgeons.value()));
            WorkflowId made = workflows.create(amara, riverside, name, copy); // it passes its own check
            assertThat(workflows.workflow(amara, made).definition()).isEqualTo(copy);
        }
        assertThat(Objects.requireNonNull(provided.copy("Deceased donor organ recovery", List.of()))
                        .fields()
                        .count())
                .isGreaterThanOrEqualTo(50);
        assertThat(provided.copy("Made up", List.of())).isNull();
    }

    @Test
    void aWorkflowIsNoLargerThanAPageCanBe() {
        List<TaskTemplate> many = IntStream.range(0, 61)
                .mapToObj(number -> new TaskTemplate(Id.next(), "Task " + number, List.of()))
                .toList();
        assertThatThrownBy(() -> workflows.create(
                        amara, riverside, "Long", new WorkflowDefinition(many, List.of(), List.of(), List.of())))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("tasks"));
    }

    private Person somebody(String kind) {
        return switch (kind) {
            case "admin" -> staff.admin(riverside, "Viktor Hahn");
            case "builder" -> staff.member(riverside, "Dana Reyes", Permission.BUILD_WORKFLOWS);
            case "coordinator" -> staff.member(riverside, "Mei Kato", Permission.SET_UP_CASES);
            case "member" -> staff.member(riverside, "Lee Tran");
            case "pending" -> staff.pending(riverside, "Pat Morgan");
            case "foreign" -> staff.admin(staff.organization(Plan.PREMIUM), "Sky Stranger");
            default -> staff.client("Jordan Ellis");
        };
    }

    private static WorkflowDefinition oneTask(String name) {
        return new WorkflowDefinition(
                List.of(new TaskTemplate(
                        Id.next(),
                        name,
                        List.of(new FieldTemplate(UUID.randomUUID(), "Organ", FieldType.TEXT, false, List.of())))),
                List.of(),
                List.of(),
                List.of());
    }
}
