package org.careroom.cases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.generalrooms.TestRooms;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.organizations.Teams;
import org.careroom.people.Person;
import org.careroom.workflows.FieldTemplate;
import org.careroom.workflows.FieldType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator sets up a case and fills it in; each group is told by itself what it was given (product 4). */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class CaseStoryTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestCases testCases;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseAdmins admins;

    @Autowired
    private Followers followers;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private CaseFields fields;

    @Autowired
    private Teams teams;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person dana;
    private Person mei;
    private Person lee;

    @BeforeEach
    void people() {
        riverside = staff.organization(Plan.PREMIUM);
        dana = staff.admin(riverside, "Dana Reyes");
        mei = staff.member(riverside, "Mei Kato");
        lee = staff.member(riverside, "Lee Tran");
    }

    @Test
    void aCaseIsSetUpFromAWorkflowWithItsGroups() {
        teams.create(dana, riverside, "OR staff", true, Set.of(lee.id()));
        Visitor danasBrowser = Visitor.signedIn(port, dana);
        Page page = danasBrowser.page();
        page.navigate("/workflows");
        danasBrowser.link("Deceased donor organ recovery").click();
        danasBrowser.button("Save").last().click();
        assertThat(page.getByText("The workflow is saved.")).isVisible();

        danasBrowser.link("Back to the workflows").click();
        danasBrowser.link("Back to the cases").click();
        danasBrowser.link("New case").click();
        danasBrowser.link("Deceased donor organ recovery").click();
        Browsers.pardon("400");
        danasBrowser.button("Set up the case").click();
        assertThat(page.getByLabel("Name")).isFocused();
        page.getByLabel("Name").fill("Donor 4417 · liver");
        page.getByLabel("UNOS ID").fill("AKJD417");
        page.getByLabel("DCD").check();
        danasBrowser.button("Set up the case").click();

        page.locator(".default-group", new Page.LocatorOptions().setHasText("OPO"))
                .getByRole(AriaRole.CHECKBOX)
                .uncheck();
        danasBrowser.button("Create the ticked ones").click();
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Cross-clamp").setExact(true)))
                .isVisible();
        assertThat(page.locator(".case-side")).containsText("gets 8 fields");
        assertThat(page.locator(".case-side")).not().containsText("OPO");

        Visitor leesBrowser = Visitor.signedIn(port, lee);
        leesBrowser.page().navigate("/cases");
        assertThat(leesBrowser.page().locator(".case-row")).containsText("You follow this case · OR");
        assertThat(leesBrowser.page().locator(".case-row")).not().containsText("AKJD417");
    }

    @Test
    void whatIsFilledInReachesTheRoomsThatWereGivenItLive() {
        CaseId id = testCases.recovery(dana, riverside);
        RoomId room = testCases.room(dana, id, testCases.group(dana, id, "OR team", List.of("OR location"), lee));
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);
        Visitor danasBrowser = Visitor.signedIn(port, dana);
        Page page = danasBrowser.page();
        page.navigate("/cases/" + id);
        page.locator("summary", new Page.LocatorOptions().setHasText("OR scheduling"))
                .click();
        page.getByLabel("OR location").fill("Main 6");
        page.getByLabel("Warm ischemia (minutes)").fill("12");
        page.getByLabel("Warm ischemia (minutes)").blur();

        Locator update = leesBrowser.page().locator(".msg.update");
        assertThat(update).containsText("OR location");
        assertThat(update).containsText("Main 6");
        assertThat(update).not().containsText("ischemia");
        assertThat(leesBrowser.page().locator("[data-board]")).containsText("Main 6");
        assertThat(page.locator(".case-field", new Page.LocatorOptions().setHasText("OR location")))
                .containsText("Dana Reyes");
        assertThat(leesBrowser.page().locator("body")).not().containsText("Organ offered");

        Browsers.pardon("400");
        page.getByLabel("Warm ischemia (minutes)").fill("a while");
        page.getByLabel("Warm ischemia (minutes)").press("Enter");
        assertThat(page.getByText("Write a number, such as 1.8.")).isVisible();
        assertThat(page.getByLabel("Warm ischemia (minutes)")).hasValue("a while");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void whatARoomWasToldLastStandsFirstAndAllOfItIsShownOnDemand(int width) {
        FieldTemplate[] many = IntStream.rangeClosed(1, 35)
                .mapToObj(number -> TestCases.field("Measure " + number, FieldType.TEXT))
                .toArray(FieldTemplate[]::new);
        CaseId id = testCases.make(dana, riverside, TestCases.task("Many", many));
        RoomId room = testCases.room(
                dana,
                id,
                testCases.group(
                        dana,
                        id,
                        "OR team",
                        Stream.of(many).map(FieldTemplate::label).toList(),
                        lee));
        testCases.fillIn(dana, dana, id, Map.of("Measure 30", "thirty"));
        Visitor leesBrowser = Visitor.signedIn(lee, Visitor.options(port).setViewportSize(width, 800))
                .open(room);
        Locator labels = leesBrowser.page().locator(".board dt");
        assertThat(labels.first()).hasText("Measure 30");
        leesBrowser.button("Show all 35").click();
        assertThat(labels.nth(4)).isInViewport();
        testCases.fillIn(dana, dana, id, Map.of("Measure 34", "thirty-four"));
        assertThat(labels.first()).hasText("Measure 34");
        assertThat(leesBrowser.page().locator(".board dd").first()).hasText("thirty-four");
        assertThat(labels.nth(1)).hasText("Measure 30");
        testCases.fillIn(dana, dana, id, Map.of("Measure 30", ""));
        assertThat(labels.nth(1)).hasText("Measure 1");
        assertThat(labels.nth(30)).hasText("Measure 30");
        leesBrowser.button("Show fewer").click();
        assertThat(labels.last()).not().isInViewport();
        leesBrowser.page().reload();
        assertThat(labels.nth(1)).hasText("Measure 1");
        assertThat(labels.nth(30)).hasText("Measure 30");
        Assertions.assertThat((int) leesBrowser.page().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    @Test
    void twoWhoChangeTheSameFieldAreAskedAndNothingIsOverwrittenSilently() {
        CaseId id = testCases.recovery(dana, riverside);
        admins.add(dana, id, List.of(mei.email()), false);
        Visitor meisBrowser = Visitor.signedIn(port, mei);
        Page page = meisBrowser.page();
        page.navigate("/cases/" + id);
        page.locator("summary", new Page.LocatorOptions().setHasText("OR scheduling"))
                .click();
        page.getByLabel("OR location").fill("Main 9");
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 6"));
        Browsers.pardon("409");
        assertThat(page.getByText("Dana Reyes has changed this meanwhile to Main 6"))
                .isVisible();
        assertThat(page.getByLabel("OR location")).hasValue("Main 9");
        Assertions.assertThat(testCases.field(dana, id, "OR location").value().text())
                .isEqualTo("Main 6");
        meisBrowser.button("Put mine in its place").click();
        assertThat(page.getByText("has changed this meanwhile")).hasCount(0);
        assertThat(page.locator(".case-field", new Page.LocatorOptions().setHasText("OR location")))
                .containsText("Mei Kato");
        Assertions.assertThat(testCases.field(dana, id, "OR location").value().text())
                .isEqualTo("Main 9");
    }

    @Test
    void aFollowerAsksForWhatTheyCannotDoAndAnAdminDoesIt() {
        CaseId id = testCases.recovery(dana, riverside);
        RoomId room = testCases.room(dana, id, testCases.group(dana, id, "OR team", List.of("OR location"), lee));
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);
        leesBrowser.openDetails();
        Locator leave = leesBrowser.region("Leave the room");
        assertThat(leave).containsText("You follow this case as part of this group. A case admin can remove you.");
        leave.getByRole(AriaRole.BUTTON).click();
        assertThat(leesBrowser.region("Leave the room")).containsText("You have asked the case admins");

        Visitor danasBrowser = Visitor.signedIn(port, dana);
        Page page = danasBrowser.page();
        page.navigate("/rooms");
        danasBrowser.row("Lee Tran asks to leave OR team").click();
        danasBrowser.link("Answer").click();
        danasBrowser.button("Remove Lee Tran").click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).first().click();
        assertThat(page).hasURL(Pattern.compile("/groups/"));
        Browsers.pardon("404"); // Lee's page asks for the room, which is there no longer for them
        assertThat(leesBrowser.page().getByText("You are no longer in this room."))
                .isVisible();
        page.navigate("/cases/" + id + "/permissions");
        assertThat(page.getByText("Asked by followers")).hasCount(0);
    }

    @Test
    void anAdminAddedLaterJoinsAGroupAndReadsItsWholeHistory() {
        CaseId id = testCases.recovery(dana, riverside);
        RoomId room = testCases.room(dana, id, testCases.group(dana, id, "OR team", List.of("OR location"), lee));
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 6"));
        testRooms.say(lee, room, "Main 6 it is.");
        admins.add(dana, id, List.of(mei.email()), false);
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);
        Visitor meisBrowser = Visitor.signedIn(port, mei);
        Page page = meisBrowser.page();
        assertThat(page.locator("#main")).not().containsText("OR team");
        page.navigate("/cases/" + id + "/permissions");
        meisBrowser.button("Join group OR team").click();
        assertThat(page).hasURL(Pattern.compile("/rooms/" + room));
        assertThat(meisBrowser.message("Main 6 it is.")).isVisible();
        assertThat(page.locator(".msg.update")).containsText("Main 6");
        meisBrowser.say("I am on it from now on.");
        assertThat(leesBrowser.message("I am on it from now on.")).isVisible();
    }

    @Test
    void aCaseThatIsClosedWhileAFollowerTypesKeepsTheirTextAndSaysWhy() {
        CaseId id = testCases.recovery(dana, riverside);
        RoomId room = testCases.room(dana, id, testCases.group(dana, id, "OR team", List.of("OR location"), lee));
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);
        leesBrowser.text().fill("The perfusion cart is on its w");
        cases.close(dana, id);
        Page page = leesBrowser.page();
        assertThat(page.getByText("This case is closed. What was written can be read, and nothing can be added."))
                .isVisible();
        assertThat(page.locator(".composer")).containsText("What you typed is kept:");
        assertThat(page.locator(".composer")).containsText("The perfusion cart is on its w");
        cases.reopen(dana, id);
        assertThat(leesBrowser.text()).hasValue("The perfusion cart is on its w");
    }

    @Test
    void adminsSeeWhoHasSeenAnUpdateAndACorrectionIsFoldedIntoIt() {
        CaseId id = testCases.recovery(dana, riverside);
        RoomId room = testCases.room(dana, id, testCases.group(dana, id, "OR team", List.of("OR location"), lee));
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 5"));
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 6"));
        Visitor danasBrowser = Visitor.signedIn(port, dana).open(room);
        Locator updates = danasBrowser.page().locator(".msg.update");
        assertThat(updates).hasCount(2);
        assertThat(updates.last()).containsText("Seen by 0 of 1");
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);
        Locator first = leesBrowser.page().locator(".msg.update").first();
        Locator corrected = first.getByRole(AriaRole.BUTTON);
        assertThat(corrected).hasText("Corrected a moment later");
        assertThat(first.getByText("Main 5")).isHidden();
        corrected.click();
        assertThat(first.getByText("Main 5")).isVisible();
        assertThat(leesBrowser.page().locator("body")).not().containsText("Seen by");
        assertThat(updates.last()).containsText("Seen by 1 of 1");
    }

    @Test
    void anOpenPageOfTheCaseFollowsWhatItsReaderMaySee() {
        CaseId id = testCases.recovery(dana, riverside);
        GroupId group = testCases.group(dana, id, "OR team", List.of("OR location"), lee);
        edits(id, group, "OR location");
        Visitor leesBrowser = Visitor.signedIn(port, lee);
        Page page = leesBrowser.page();
        page.navigate("/cases/" + id);
        page.getByLabel("OR location").fill("Main 6, or");
        edits(id, group, "OR location", "Organ offered");
        assertThat(page.getByLabel("Organ offered")).isVisible();
        assertThat(page.getByLabel("OR location")).hasValue("Main 6, or");
        assertThat(page.getByLabel("OR location")).isFocused();
        edits(id, group, "Organ offered");
        assertThat(page.getByLabel("OR location")).hasCount(0);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("can no longer be saved. OR location: Main 6, or");
        page.getByLabel("Organ offered").fill("Liver, perhaps");
        cases.close(dana, id);
        assertThat(page.locator("#main")).containsText("can no longer be saved. Organ offered: Liver, perhaps");
        cases.reopen(dana, id);
        assertThat(page.getByLabel("Organ offered")).hasValue("");
        followers.remove(dana, id, group, lee.id());
        Browsers.pardon("404");
        assertThat(page.getByText("You have nothing to do with this case any more."))
                .isVisible();
        assertThat(page.locator("#main")).not().containsText("Organ offered");
    }

    @Test
    void somebodyWithoutAnAccountFollowsByALinkAndReadsTimesInTheirBrowsersZone() {
        CaseId id = testCases.recovery(dana, riverside);
        GroupId group = testCases.group(dana, id, "OPO", List.of("OR time"));
        testCases.fillIn(dana, dana, id, Map.of("OR time", "2026-11-22T20:05:00Z", "Organ offered", "Liver"));
        String address = UUID.randomUUID() + "@elsewhere.example";
        String link = followers
                .add(dana, id, group, List.of(address), List.of())
                .invited()
                .get(0)
                .link();
        Page page = Browsers.newPage(Visitor.options(port).setTimezoneId("America/Chicago"));
        page.navigate(link.substring(link.indexOf("/invitations/")));
        assertThat(page.locator("body")).containsText("Dana Reyes invites you to a room.");
        assertThat(page.locator("body")).not().containsText("Donor");
        page.getByLabel("Name").fill("Kim New");
        page.getByLabel("Password").fill(Staff.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept"))
                .click();
        assertThat(page.locator("[data-board]")).containsText("2:05 PM");
        assertThat(page.locator("[data-board]")).not().containsText("Liver");
        page.navigate("/profile");
        assertThat(page.getByLabel("Time zone")).hasValue("America/Chicago");
    }

    private void edits(CaseId id, GroupId group, String... labels) {
        testCases.give(
                dana,
                id,
                group,
                new NewGroup.Given(
                        Set.of(),
                        Stream.of(labels)
                                .map(label -> testCases.field(dana, id, label).id())
                                .collect(Collectors.toSet()),
                        true));
    }

    @ParameterizedTest(name = "{0} px wide, {1}")
    @CsvSource({"1280, LIGHT", "360, DARK"})
    void everyPageCanBeUsedByEverybody(int width, ColorScheme scheme) {
        CaseId id = testCases.recovery(dana, riverside);
        GroupId group = testCases.group(dana, id, "OR team", List.of("OR location", "OR time"), lee);
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 6", "OR time", "2026-11-22 14:05"));
        RoomId room = testCases.room(dana, id, group);
        Visitor admin = Visitor.signedIn(
                dana, Visitor.options(port).setViewportSize(width, 800).setColorScheme(scheme));
        Visitor follower = Visitor.signedIn(
                lee, Visitor.options(port).setViewportSize(width, 800).setColorScheme(scheme));
        List<String> found = new ArrayList<>();
        for (String path : List.of(
                "/cases",
                "/cases/new",
                "/cases/" + id,
                "/cases/" + id + "/describe",
                "/cases/" + id + "/permissions",
                "/cases/" + id + "/timeline",
                "/cases/" + id + "/import",
                "/cases/" + id + "/print",
                "/cases/all",
                "/cases/" + id + "/groups/new",
                "/cases/" + id + "/groups/" + group,
                "/rooms/" + room + "?details=true",
                "/workflows",
                "/workflows/new?from=Living donor evaluation")) {
            check(admin.page(), path, width, found);
        }
        for (String path : List.of("/cases", "/cases/" + id, "/rooms/" + room + "?details=true")) {
            check(follower.page(), path, width, found);
        }
        Assertions.assertThat(found).isEmpty();
    }

    private static void check(Page page, String path, int width, List<String> found) {
        page.navigate(path);
        page.locator("#main").waitFor();
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule ->
                        rule.getNodes().forEach(node -> found.add(path + ": " + rule.getId() + " " + node.getHtml())));
        if ((int) page.evaluate("document.documentElement.scrollWidth") > width) {
            found.add(path + " is wider than " + width);
        }
    }
}
