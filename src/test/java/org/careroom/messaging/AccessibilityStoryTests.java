package org.careroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.generalrooms.TestRooms;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rooms by keyboard alone, and what axe finds on their pages: nothing. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class AccessibilityStoryTests {

    private static final int MOST_TABS = 40;

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private Messages messages;

    @Autowired
    private RoomLife life;

    @LocalServerPort
    private int port;

    private Person dana;
    private Person lee;
    private RoomId room;

    @BeforeEach
    void aRoomWithAllKindsOfMessages() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        dana = staff.member(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
        room = testRooms.group(dana, lee);
        testRooms.say(dana, room, "For @Lee Tran: https://example.org");
        testRooms.answer(lee, room, 2, "Thanks");
        testRooms.say(dana, room, "To be edited");
        messages.edit(dana, room, 4, "Edited");
        testRooms.say(dana, room, "To be deleted");
        messages.delete(dana, room, 5);
        testRooms.say(dana, room, "New");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothingOnAnyPage(ColorScheme scheme) {
        RoomId closed = testRooms.pair(dana, lee);
        life.close(dana, closed);
        Browsers.pardon("404");
        Visitor visitor = Visitor.signedIn(lee, Visitor.options(port).setColorScheme(scheme));
        Page page = visitor.page();
        assertClean(page, "list");
        page.navigate("/rooms?show=closed");
        assertClean(page, "closed rooms");
        page.navigate("/rooms/new");
        assertClean(page, "new chat");
        page.navigate("/rooms/none");
        assertClean(page, "error");
        visitor.open(room);
        assertClean(page, "room");
        visitor.openDetails();
        page.getByText("Add people").click();
        assertClean(page, "room with its details");
        visitor.button("Room details").click();
        visitor.message("New").hover();
        visitor.message("New").getByRole(AriaRole.BUTTON).click();
        assertClean(page, "menu of a message");
        page.keyboard().press("Escape");
        visitor.choose("Message details", "Edited");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        assertClean(page, "message details");
        page.keyboard().press("Escape");
        visitor.text().pressSequentially("@");
        assertThat(page.getByRole(AriaRole.OPTION)).isVisible();
        assertClean(page, "picker of mentions");
        page.navigate("/rooms/" + closed + "?details=true");
        assertClean(page, "closed room");
        page.setViewportSize(360, 740);
        assertClean(page, "details on a phone");
        page.navigate("/rooms/" + room);
        assertClean(page, "room on a phone");
        page.context().clearCookies();
        page.navigate("/login");
        assertClean(page, "sign-in");
    }

    @Test
    void theKeyboardAloneLeadsFromSigningInToAMessageSent() {
        Page page = Browsers.newPage(Visitor.options(port));
        page.navigate("/login");
        page.keyboard().type(lee.email());
        page.keyboard().press("Tab");
        page.keyboard().type(Staff.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Rooms")))
                .isVisible();
        tabTo(page, page.locator("careroom-rooms a").first());
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.LOG)).isVisible();
        tabTo(
                page,
                page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName("Message").setExact(true)));
        page.keyboard().type("No mouse needed");
        page.keyboard().press("Enter");
        assertThat(page.locator("article.own[data-sequence]").last()).containsText("No mouse needed");
    }

    @Test
    void theKeysAreListedAndEscapeCloses() {
        Visitor visitor = Visitor.signedIn(port, lee).open(room);
        Page page = visitor.page();
        visitor.log().focus();
        page.keyboard().press("?");
        Locator keys = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keyboard shortcuts"));
        assertThat(keys).isVisible();
        page.keyboard().press("Escape");
        assertThat(keys).isHidden();
        page.keyboard().press("Control+k");
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).isFocused();
        visitor.openDetails();
        page.keyboard().press("Escape");
        assertThat(page.locator("#details")).isHidden();
        assertThat(visitor.button("Room details")).isFocused();
        visitor.text().fill("Why?");
        assertThat(keys).isHidden();
    }

    private static void tabTo(Page page, Locator wanted) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if (Boolean.TRUE.equals(wanted.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }

    private static void assertClean(Page page, String what) {
        AxeResults results = new AxeBuilder(page).setLegacyMode(true).analyze();
        List<String> found = results.getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
        assertThat(found).as(what).isEmpty();
    }
}
