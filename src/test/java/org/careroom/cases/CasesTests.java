package org.careroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careroom.CareroomTest;
import org.careroom.messaging.Histories;
import org.careroom.messaging.Reading;
import org.careroom.messaging.RoomBoard;
import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.careroom.workflows.Workflow;
import org.careroom.workflows.Workflows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases, who runs and who follows them, and what becomes of that (product 4). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class CasesTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestCases testCases;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseList list;

    @Autowired
    private CaseAdmins admins;

    @Autowired
    private CaseOversight oversight;

    @Autowired
    private SeenUpdates seen;

    @Autowired
    private Reading reading;

    @Autowired
    private FollowerGroups groups;

    @Autowired
    private Followers followers;

    @Autowired
    private CasePages pages;

    @Autowired
    private CasePermissions permissions;

    @Autowired
    private CaseTimeline timeline;

    @Autowired
    private Workflows workflows;

    @Autowired
    private Rooms rooms;

    @Autowired
    private RoomLife life;

    @Autowired
    private RoomInvitations invitations;

    @Autowired
    private Histories histories;

    @Autowired
    private MemberSettings settings;

    private OrganizationId riverside;
    private Person dana;
    private Person mei;
    private Person lee;
    private Person chris;
    private Person amara;
    private CaseId id;

    @BeforeEach
    void aCase() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        dana = staff.member(riverside, "Dana Reyes", Permission.SET_UP_CASES, Permission.BUILD_WORKFLOWS);
        mei = staff.member(riverside, "Mei Kato", Permission.SET_UP_CASES);
        lee = staff.member(riverside, "Lee Tran");
        chris = staff.member(staff.organization(Plan.FREE), "Chris Walker");
        id = testCases.recovery(dana, riverside);
    }

    @Test
    void aRunningCaseStaysAsItIsWhenItsWorkflowChanges() {
        Workflow workflow = workflows.of(dana, riverside).get(0);
        workflows.change(
                dana,
                workflow.id(),
                workflow.version(),
                workflow.name(),
                new org.careroom.workflows.WorkflowDefinition(
                        List.of(TestCases.task("Quite another")), List.of(), List.of(), List.of()));
        assertThat(testCases.tasks(dana, id)).extracting(TaskView::name).containsExactly("Allocation", "OR scheduling");
        workflows.delete(dana, workflow.id());
        assertThat(testCases.tasks(dana, id)).hasSize(2);
    }

    @Test
    void whoMayNotSetUpCasesSetsUpNone() {
        Workflow workflow = workflows.of(dana, riverside).get(0);
        NewCase wanted = new NewCase(
                UUID.randomUUID(), workflow.id(), new CaseDescription("Donor 1", "", "", "", "Referral", Set.of()));
        for (Person who : List.of(lee, chris, staff.client("Jordan Ellis"))) {
            assertThatThrownBy(() -> cases.create(who, wanted)).isInstanceOf(NotFound.class);
        }
        assertThat(cases.create(dana, wanted)).isEqualTo(cases.create(dana, wanted));
        assertThatThrownBy(() -> cases.create(
                        mei,
                        new NewCase(
                                UUID.randomUUID(),
                                workflow.id(),
                                new CaseDescription("", "x".repeat(41), "", "", "Made up", Set.of("Made up")))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.wrong().keySet())
                                .containsExactlyInAnyOrder("name", "unosId", "stage", "tags"));
    }

    @Test
    void theListShowsWhatEachMaySeeAndSearchesNothingElse() {
        testCases.group(dana, id, "OR team", List.of("OR location"), lee);
        assertThat(list.of(dana, CaseFilter.OPEN).items()).singleElement().satisfies(row -> {
            assertThat(row.admin()).isTrue();
            assertThat(row.unosId()).isEqualTo("AKJD417");
            assertThat(row.tasks()).isEqualTo(2);
        });
        assertThat(list.of(lee, CaseFilter.OPEN).items()).singleElement().satisfies(row -> {
            assertThat(row.admin()).isFalse();
            assertThat(row.name()).isEqualTo("Donor 4417");
            assertThat(row.rooms()).containsExactly("OR team");
            assertThat(List.of(row.unosId(), row.opo(), row.stage(), row.workflow()))
                    .containsOnly("");
            assertThat(row.tags()).isEmpty();
        });
        for (CaseFilter hidden : List.of(
                new CaseFilter(true, false, "Referral", "", "", null),
                new CaseFilter(true, false, "", "DCD", "", null),
                new CaseFilter(true, false, "", "", "AKJD", null),
                new CaseFilter(true, false, "", "", "MATCH", null),
                new CaseFilter(true, true, "", "", "", null))) {
            assertThat(list.of(dana, hidden).items()).hasSize(1);
            assertThat(list.of(lee, hidden).items()).isEmpty();
        }
        assertThat(list.of(lee, new CaseFilter(true, false, "", "", "4417", null))
                        .items())
                .hasSize(1);
        assertThat(list.stages(lee)).isEmpty();
        assertThat(list.tags(lee)).isEmpty();
        assertThat(list.of(amara, CaseFilter.OPEN).items()).isEmpty();
    }

    @Test
    void anOrganizationsAdminSeesTheNamesAndAdminsOfAllItsCasesAlone() {
        admins.add(dana, id, List.of(mei.email()), false);
        assertThat(oversight.list(amara, "", null).items()).singleElement().satisfies(overseen -> {
            assertThat(overseen.name()).isEqualTo("Donor 4417");
            assertThat(overseen.admins()).isEqualTo("Dana Reyes, Mei Kato");
        });
        assertThatThrownBy(() -> pages.ofAdmin(amara, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> oversight.list(dana, "", null)).isInstanceOf(NotFound.class);
        Person foreign = staff.admin(staff.organization(Plan.PREMIUM), "Sky Stranger");
        assertThat(oversight.list(foreign, "", null).items()).isEmpty();
        assertThat(oversight.list(amara, " donor ", null).items()).hasSize(1);
        assertThat(oversight.list(amara, "AKJD", null).items()).isEmpty();
    }

    @Test
    void aFollowerReadsSingleFieldsInTheOrderOfTheCaseAndTheirRoomWhatWasSetLastFirst() {
        RoomId room = testCases.room(
                dana,
                id,
                testCases.group(
                        dana, id, "OR team", List.of("OR time", "OR location", "Decision", "Organ offered"), lee));
        assertThat(pages.ofFollower(lee, id).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.fields())
                        .extracting(FieldView::label)
                        .containsExactly("Organ offered", "Decision", "OR time", "OR location"));
        testCases.fillIn(dana, dana, id, Map.of("Decision", "Accepted"));
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 6"));
        assertThat(board(room)).containsExactly("OR location", "Decision", "Organ offered", "OR time");
        testCases.fillIn(dana, dana, id, Map.of("Decision", ""));
        assertThat(board(room)).containsExactly("OR location", "Organ offered", "Decision", "OR time");
    }

    private List<String> board(RoomId room) {
        RoomBoard.Shown shown = Objects.requireNonNull(rooms.state(lee, room).board());
        return ((FollowerBoard.View) shown.view())
                .fields().stream().map(FollowerBoard.Held::label).toList();
    }

    @Test
    void adminsSeeHowManyHaveSeenAnUpdateAndFollowersDoNot() {
        RoomId room = testCases.room(dana, id, testCases.group(dana, id, "OR team", List.of("OR location"), lee, mei));
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 6"));
        long update = rooms.page(lee, room).history().last();
        assertThat(seen.from(dana, room, 1)).containsEntry(update, new Reading.Seen(0, 2));
        reading.readUpTo(lee, room, update);
        assertThat(seen.from(dana, room, 1)).containsEntry(update, new Reading.Seen(1, 2));
        assertThat(seen.from(lee, room, 1)).isEmpty();
        assertThatThrownBy(() -> seen.from(amara, room, 1)).isInstanceOf(NotFound.class);
    }

    @Test
    void aLongListIsPagedByKey() {
        Workflow workflow = workflows.of(dana, riverside).get(0);
        IntStream.range(0, 60)
                .forEach(number -> cases.create(
                        dana,
                        new NewCase(
                                UUID.randomUUID(),
                                workflow.id(),
                                new CaseDescription("Donor " + number, "", "", "", "Referral", Set.of()))));
        var first = list.of(dana, CaseFilter.OPEN);
        assertThat(first.items()).hasSize(50);
        var second = list.of(
                dana,
                new CaseFilter(true, false, "", "", "", CaseId.of(java.util.Objects.requireNonNull(first.next()))));
        assertThat(second.items()).hasSize(11);
        assertThat(second.hasNext()).isFalse();
    }

    @Test
    void anAdminAddedLaterJoinsTheGroupsTheyWantAndThenSeesTheirWholeHistory() {
        GroupId group = testCases.group(dana, id, "OR team", List.of("OR location"), lee);
        RoomId room = testCases.room(dana, id, group);
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 6"));
        admins.add(dana, id, List.of(mei.email()), false);
        assertThatThrownBy(() -> rooms.page(mei, room)).isInstanceOf(NotFound.class);
        assertThat(permissions.of(mei, id).groups()).singleElement().satisfies(shown -> {
            assertThat(shown.joined()).isFalse();
            assertThat(shown.followers())
                    .extracting(CasePermissions.Someone::name)
                    .containsExactly("Lee Tran");
        });
        groups.join(mei, id, group);
        assertThat(histories.after(mei, room, 0, 0).messages()).anyMatch(message -> message.update() != null);
        assertThatThrownBy(() -> groups.join(lee, id, group)).isInstanceOf(Refused.class);
    }

    @Test
    void handingACaseOverBringsTheNextAdminIntoEveryGroup() {
        RoomId room = testCases.room(dana, id, testCases.group(dana, id, "OR team", List.of(), lee));
        admins.add(dana, id, List.of(mei.email()), true);
        admins.remove(dana, id, dana.id());
        assertThat(rooms.page(mei, room).state().name()).isEqualTo("OR team");
        assertThatThrownBy(() -> rooms.page(dana, room)).isInstanceOf(NotFound.class);
        assertThat(list.of(dana, CaseFilter.OPEN).items()).isEmpty();
        assertThatThrownBy(() -> admins.remove(mei, id, mei.id())).isInstanceOf(Refused.class);
        RoomId own = pages.ofAdmin(mei, id).room();
        assertThatThrownBy(() -> life.leave(mei, own)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> admins.add(mei, id, List.of(chris.email()), false))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void whoeverLeavesTheCaseRoomLeavesEveryGroup() {
        RoomId room = testCases.room(dana, id, testCases.group(dana, id, "OR team", List.of(), lee));
        admins.add(dana, id, List.of(mei.email()), false);
        life.leave(dana, pages.ofAdmin(dana, id).room());
        assertThatThrownBy(() -> rooms.page(dana, room)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> pages.ofAdmin(dana, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void somebodyFromOutsideFollowsOnceTheyAcceptAndSeesTheirOwnRoomAlone() {
        GroupId group = testCases.group(dana, id, "OPO", List.of("OR location"), chris);
        testCases.group(dana, id, "OR team", List.of("OR time"), lee);
        RoomId room = testCases.room(dana, id, group);
        assertThat(list.of(chris, CaseFilter.OPEN).items()).isEmpty();
        assertThatThrownBy(() -> pages.ofFollower(chris, id)).isInstanceOf(NotFound.class);
        assertThat(invitations.waitingFor(chris)).hasSize(1);
        invitations.accept(chris, room);
        assertThat(list.of(chris, CaseFilter.OPEN).items()).hasSize(1);
        FollowedCase followed = pages.ofFollower(chris, id);
        assertThat(followed.groups()).singleElement().satisfies(own -> {
            assertThat(own.name()).isEqualTo("OPO");
            assertThat(own.fields()).extracting(FieldView::label).containsExactly("OR location");
        });
        followers.remove(dana, id, group, chris.id());
        assertThat(list.of(chris, CaseFilter.OPEN).items()).isEmpty();
        assertThat(rooms.list(chris, RoomFilter.OPEN).items()).isEmpty();
    }

    @Test
    void whoIsDeactivatedIsOutOfItsCasesAndTheOnlyAdminHasASuccessor() {
        RoomId room = testCases.room(dana, id, testCases.group(dana, id, "OR team", List.of(), lee));
        assertThatThrownBy(() -> settings.deactivate(amara, staff.id(riverside, dana), null))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("successor"));
        settings.deactivate(amara, staff.id(riverside, dana), mei.email());
        assertThatThrownBy(() -> pages.ofAdmin(dana, id)).isInstanceOf(NotFound.class);
        assertThat(list.of(dana, CaseFilter.OPEN).items()).isEmpty();
        assertThat(pages.ofAdmin(mei, id).admins()).isEqualTo(1);
        assertThat(rooms.page(mei, room).state().name()).isEqualTo("OR team");
        settings.deactivate(amara, staff.id(riverside, lee), null);
        assertThatThrownBy(() -> rooms.page(lee, room)).isInstanceOf(NotFound.class);
        settings.reactivate(amara, staff.id(riverside, lee));
        assertThat(list.of(lee, CaseFilter.OPEN).items()).hasSize(1);
    }

    @Test
    void closingMakesTheCaseAndAllItsRoomsReadOnlyAndHidesThem() {
        RoomId room = testCases.room(dana, id, testCases.group(dana, id, "OR team", List.of("OR location"), lee));
        assertThatThrownBy(() -> cases.close(lee, id)).isInstanceOf(Refused.class);
        cases.close(dana, id);
        assertThat(rooms.state(lee, room).open()).isFalse();
        assertThat(rooms.list(lee, RoomFilter.OPEN).items()).isEmpty();
        assertThat(list.of(lee, CaseFilter.OPEN).items()).isEmpty();
        assertThat(list.of(lee, new CaseFilter(false, false, "", "", "", null)).items())
                .hasSize(1);
        assertThatThrownBy(() -> admins.add(dana, id, List.of(mei.email()), false))
                .isInstanceOf(Refused.class);
        cases.reopen(dana, id);
        assertThat(rooms.state(lee, room).open()).isTrue();
        assertThat(list.of(lee, CaseFilter.OPEN).items()).hasSize(1);
    }

    @Test
    void aFollowerRoomIsRemovedOnlyWhenNobodyFollowsByIt() {
        GroupId group = testCases.group(dana, id, "OR team", List.of("OR location"), lee);
        RoomId room = testCases.room(dana, id, group);
        assertThatThrownBy(() -> groups.delete(dana, id, group)).isInstanceOf(Refused.class);
        followers.remove(dana, id, group, lee.id());
        groups.delete(dana, id, group);
        assertThatThrownBy(() -> rooms.page(dana, room)).isInstanceOf(NotFound.class);
        assertThat(permissions.of(dana, id).groups()).isEmpty();
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 6"));
    }

    @Test
    void followerRoomsOfACaseAreCalledDifferentlyAndFoundByTheCase() {
        GroupId or = testCases.group(dana, id, "OR team", List.of(), lee);
        testCases.group(dana, id, "Surgeons", List.of(), mei);
        assertTwice(() -> testCases.group(dana, id, "or TEAM", List.of()));
        assertTwice(() -> groups.rename(dana, id, or, "surgeons"));
        groups.rename(dana, id, or, "OR Team");
        groups.rename(dana, id, or, "Theatre");
        assertThat(list.of(lee, CaseFilter.OPEN).items().get(0).rooms()).containsExactly("Theatre");
        RoomFilter byCase = new RoomFilter(true, "donor 44", null);
        assertThat(rooms.list(lee, byCase).items()).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Theatre");
            assertThat(row.context()).isEqualTo("Donor 4417");
        });
        assertThat(rooms.list(chris, byCase).items()).isEmpty();
        assertThatThrownBy(() -> groups.rename(lee, id, or, "Mine")).isInstanceOf(Refused.class);
    }

    private static void assertTwice(ThrowingCallable naming) {
        assertThatThrownBy(naming)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.reason()).isEqualTo(Reason.of("case.group.twice")));
    }

    @Test
    void whoDescribesACaseOverwritesNothingThatTheyHaveNotSeen() {
        admins.add(dana, id, List.of(mei.email()), false);
        CaseDescription begun = pages.ofAdmin(dana, id).description();
        cases.describe(dana, id, described(begun, begun.unosId(), "Recovery"), begun.digest());
        CaseDescription meis = described(begun, "AKJD418", begun.stage());
        assertThatThrownBy(() -> cases.describe(mei, id, meis, begun.digest()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.wrong())
                                .containsEntry("stage", Reason.of("case.describe.changed", "Recovery")));
        assertThat(pages.ofAdmin(mei, id).description().stage()).isEqualTo("Recovery");
        cases.describe(mei, id, meis, pages.ofAdmin(mei, id).description().digest());
        assertThat(pages.ofAdmin(mei, id).description()).isEqualTo(meis);
    }

    private static CaseDescription described(CaseDescription of, String unosId, String stage) {
        return new CaseDescription(of.name(), unosId, of.matchId(), of.opo(), stage, of.tags());
    }

    @Test
    void theTimelineTellsWhoDidWhatAndIsForAdmins() {
        testCases.group(dana, id, "OR team", List.of("OR location"), lee);
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 6"));
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 7"));
        cases.describe(
                dana,
                id,
                new CaseDescription("Donor 4417", "AKJD417", "MATCH-7731", "Northlake", "Recovery", Set.of("DCD")),
                pages.ofAdmin(dana, id).description().digest());
        var events = timeline.of(dana, id, null, List.of(CaseEvent.Kind.values()), null)
                .items();
        assertThat(events)
                .extracting(CaseEvent::kind)
                .containsExactly(
                        CaseEvent.Kind.DESCRIBED,
                        CaseEvent.Kind.FIELD,
                        CaseEvent.Kind.FIELD,
                        CaseEvent.Kind.FOLLOWER_ADDED,
                        CaseEvent.Kind.GROUP_MADE,
                        CaseEvent.Kind.CREATED);
        assertThat(events.get(1).before().text()).isEqualTo("Main 6");
        assertThat(events.get(1).after().text()).isEqualTo("Main 7");
        assertThat(events).allSatisfy(event -> assertThat(event.byName()).isEqualTo("Dana Reyes"));
        assertThat(timeline.of(dana, id, null, List.of(CaseEvent.Kind.DESCRIBED), null)
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> timeline.of(lee, id, null, List.of(CaseEvent.Kind.FIELD), null))
                .isInstanceOf(Refused.class);
    }
}
