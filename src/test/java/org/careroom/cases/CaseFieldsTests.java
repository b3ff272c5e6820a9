package org.careroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.careroom.CareroomTest;
import org.careroom.messaging.Histories;
import org.careroom.messaging.MessageKind;
import org.careroom.messaging.MessageView;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.Update;
import org.careroom.messaging.Value;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fields are saved each by itself, and told to the rooms that were given them (product 4). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class CaseFieldsTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestCases testCases;

    @Autowired
    private CaseFields fields;

    @Autowired
    private FollowerGroups groups;

    @Autowired
    private CasePermissions permissions;

    @Autowired
    private CaseAdmins admins;

    @Autowired
    private CasePages pages;

    @Autowired
    private Cases cases;

    @Autowired
    private Histories histories;

    private OrganizationId riverside;
    private Person dana;
    private Person mei;
    private Person lee;
    private Person priya;
    private CaseId id;

    @BeforeEach
    void aCase() {
        riverside = staff.organization(Plan.PREMIUM);
        dana = staff.admin(riverside, "Dana Reyes");
        mei = staff.member(riverside, "Mei Kato");
        lee = staff.member(riverside, "Lee Tran");
        priya = staff.member(riverside, "Priya Nair");
        id = testCases.recovery(dana, riverside);
        admins.add(dana, id, List.of(mei.email()), false);
    }

    @Test
    void eachRoomIsToldOnceASaveAndOnlyOfWhatItWasGiven() {
        RoomId or = testCases.room(dana, id, testCases.group(dana, id, "OR", List.of("OR time", "OR location"), lee));
        RoomId hla = testCases.room(dana, id, testCases.group(dana, id, "HLA", List.of("Decision"), priya));
        RoomId none = testCases.room(dana, id, testCases.group(dana, id, "Nothing", List.of()));
        testCases.fillIn(
                dana,
                dana,
                id,
                Map.of("OR time", "2026-11-22T14:05", "OR location", "Main 6", "Organ offered", "Liver"));
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 7"));
        assertThat(updates(dana, or))
                .extracting(update -> update.changes().stream()
                        .map(change -> change.label() + ": " + change.before().text() + " > "
                                + change.after().text())
                        .sorted()
                        .toList())
                .containsExactly(
                        List.of("OR location:  > Main 6", "OR time:  > 2026-11-22T14:05:00Z"),
                        List.of("OR location: Main 6 > Main 7"));
        assertThat(updates(dana, hla)).isEmpty();
        assertThat(updates(dana, none)).isEmpty();
    }

    @Test
    void whatIsNotChangedIsNotToldOrNoted() {
        RoomId or = testCases.room(dana, id, testCases.group(dana, id, "OR", List.of("OR location"), lee));
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 6"));
        Saved again = testCases.fillIn(dana, dana, id, Map.of("OR location", "  Main 6 "));
        assertThat(again.saved()).isEmpty();
        assertThat(again.isComplete()).isTrue();
        assertThat(updates(dana, or)).hasSize(1);
    }

    @Test
    void theSecondOfTwoIsShownTheFirstsValueAndOverwritesNothing() {
        FieldView location = testCases.field(dana, id, "OR location");
        FieldView organ = testCases.field(dana, id, "Organ offered");
        fields.save(dana, id, List.of(new FieldInput(location.id(), List.of("Main 6"), 0)));
        Saved second = fields.save(
                mei,
                id,
                List.of(
                        new FieldInput(location.id(), List.of("Main 9"), 0),
                        new FieldInput(organ.id(), List.of("Liver"), 0)));
        assertThat(second.saved()).containsExactly(Map.entry(organ.id(), 1));
        assertThat(second.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.current()).isEqualTo(new Value(Value.Kind.TEXT, "Main 6"));
            assertThat(conflict.changedBy()).isEqualTo("Dana Reyes");
            assertThat(conflict.version()).isEqualTo(1);
        });
        assertThat(value("OR location")).isEqualTo("Main 6");
        fields.save(mei, id, List.of(new FieldInput(location.id(), List.of("Main 9"), 1)));
        assertThat(value("OR location")).isEqualTo("Main 9");
    }

    @Test
    void whatIsWrongWithOneFieldHoldsUpNoOther() {
        Saved saved = testCases.fillIn(
                dana,
                dana,
                id,
                Map.of("Warm ischemia (minutes)", "many", "OR location", "Main 6", "OR time", "tomorrow"));
        assertThat(saved.wrong().values())
                .extracting(reason -> reason.key())
                .containsExactlyInAnyOrder("field.wrong.NUMBER", "field.wrong.DATE_TIME");
        assertThat(value("OR location")).isEqualTo("Main 6");
        assertThat(value("Warm ischemia (minutes)")).isEmpty();
    }

    @Test
    void aTaskIsCompletedOnceItsMandatoryFieldsAreFilledIn() {
        TaskId task = testCases.taskNamed(dana, id, "OR scheduling");
        NewGroup.Given given = new NewGroup.Given(Set.of(task), Set.of(), false);
        GroupId or = groups.make(
                        dana, id, new NewGroup(UUID.randomUUID(), "OR", List.of(lee.email()), List.of(), given))
                .group();
        RoomId room = testCases.room(dana, id, or);
        assertThatThrownBy(() -> fields.complete(dana, id, task))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().arguments()).containsExactly("OR time"));
        testCases.fillIn(dana, dana, id, Map.of("OR time", "2026-11-22 14:05"));
        assertThatThrownBy(() -> fields.complete(lee, id, task)).isInstanceOf(Refused.class);
        fields.complete(dana, id, task);
        assertThat(updates(lee, room)).last().satisfies(update -> {
            assertThat(update.task()).isEqualTo("OR scheduling");
            assertThat(update.completed()).isTrue();
        });
        assertThat(testCases
                        .fillIn(dana, dana, id, Map.of("OR time", ""))
                        .wrong()
                        .values())
                .extracting(reason -> reason.key())
                .containsExactly("field.wrong.mandatory");
    }

    @Test
    void aGroupThatMayEditFillsInWhatItWasGivenAndNothingElse() {
        GroupId hla = testCases.group(dana, id, "HLA", List.of("Decision"), priya);
        FieldInput decision =
                new FieldInput(testCases.field(dana, id, "Decision").id(), List.of("Accepted"), 0);
        assertThatThrownBy(() -> fields.save(priya, id, List.of(decision))).isInstanceOf(Refused.class);
        testCases.give(
                dana,
                id,
                hla,
                new NewGroup.Given(
                        Set.of(), Set.of(testCases.field(dana, id, "Decision").id()), true));
        assertThat(fields.save(priya, id, List.of(decision)).saved()).hasSize(1);
        FieldInput location =
                new FieldInput(testCases.field(dana, id, "OR location").id(), List.of("Mine"), 0);
        assertThatThrownBy(() -> fields.save(priya, id, List.of(location))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fields.save(lee, id, List.of(decision))).isInstanceOf(NotFound.class);
        cases.close(dana, id);
        assertThatThrownBy(() -> fields.save(dana, id, List.of(location))).isInstanceOf(Refused.class);
    }

    @Test
    void aFieldThatWasTakenAwayMeanwhileHoldsUpNoOther() {
        GroupId group = testCases.group(dana, id, "HLA", List.of("Decision", "OR location"), priya);
        FieldId decision = testCases.field(dana, id, "Decision").id();
        FieldId location = testCases.field(dana, id, "OR location").id();
        testCases.give(dana, id, group, new NewGroup.Given(Set.of(), Set.of(location), true));
        Saved saved = fields.save(
                priya,
                id,
                List.of(
                        new FieldInput(decision, List.of("Accepted"), 0),
                        new FieldInput(location, List.of("Main 6"), 0)));
        assertThat(saved.wrong()).containsExactly(Map.entry(decision, Reason.of("case.field.gone")));
        assertThat(value("OR location")).isEqualTo("Main 6");
        assertThat(value("Decision")).isEmpty();
    }

    /** Whether a task is complete is told to those only who see it. */
    @Test
    void whoDoesNotSeeATaskCannotFindOutWhetherItIsComplete() {
        GroupId hla = testCases.group(dana, id, "HLA", List.of("Decision"), priya);
        FieldId decision = testCases.field(dana, id, "Decision").id();
        testCases.give(dana, id, hla, new NewGroup.Given(Set.of(), Set.of(decision), true));
        testCases.fillIn(priya, dana, id, Map.of("Decision", "Accepted"));
        Saved open = testCases.fillIn(priya, dana, id, Map.of("Decision", ""));
        fields.complete(dana, id, testCases.taskNamed(dana, id, "Allocation"));
        Saved complete = testCases.fillIn(priya, dana, id, Map.of("Decision", ""));
        assertThat(complete).isEqualTo(open);
        assertThat(complete.wrong()).containsExactly(Map.entry(decision, Reason.of("field.wrong.kept")));
    }

    @Test
    void whatAGroupGetsIsNotChangedByWhoSawSomethingElse() {
        GroupId group = testCases.group(dana, id, "HLA", List.of("OR location"), priya);
        String seen = permissions.group(dana, id, group).seen();
        FieldId time = testCases.field(dana, id, "OR time").id();
        testCases.give(mei, id, group, new NewGroup.Given(Set.of(), Set.of(), false));
        NewGroup.Given both = new NewGroup.Given(
                Set.of(), Set.of(time, testCases.field(dana, id, "OR location").id()), false);
        assertThatThrownBy(() -> groups.give(dana, id, group, both, seen)).isInstanceOf(Invalid.class);
        assertThat(permissions.group(dana, id, group).fields()).isEmpty();
    }

    private String value(String label) {
        return testCases.field(dana, id, label).value().text();
    }

    private List<Update> updates(Person who, RoomId room) {
        return histories.after(who, room, 0, 0).messages().stream()
                .filter(message -> message.kind() == MessageKind.UPDATE)
                .map(MessageView::update)
                .map(java.util.Objects::requireNonNull)
                .toList();
    }
}
