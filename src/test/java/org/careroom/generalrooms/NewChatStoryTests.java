package org.careroom.generalrooms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Making a general room, who comes into it, and what its panel says that one cannot do (product 3). */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class NewChatStoryTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private RoomInvitations invitations;

    @LocalServerPort
    private int port;

    private Person dana;
    private Person lee;
    private Person chris;

    @BeforeEach
    void people() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        dana = staff.member(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
        staff.member(riverside, "Mei Kato");
        chris = staff.member(staff.organization(Plan.FREE), "Chris Walker");
    }

    @Test
    void aNewChatReachesColleaguesAtOnceAndOutsidersOnceTheyAccept() {
        Visitor leesBrowser = Visitor.signedIn(port, lee).connected();
        Visitor chrissBrowser = Visitor.signedIn(port, chris).connected();
        Visitor danasBrowser = Visitor.signedIn(port, dana);
        Page page = danasBrowser.page();
        danasBrowser.link("New chat").first().click();

        page.getByLabel("Lee Tran").check();
        page.getByLabel("By e-mail").fill(chris.email());
        page.getByLabel("Description").fill("Who is on call");
        page.getByLabel("First message").fill("Who can take Thursday?");
        Browsers.pardon("400");
        danasBrowser.button("Create room").click();
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("Give the room a name: it has more than one other person in it.");
        assertThat(page.getByLabel("Name")).isFocused();
        assertThat(page.getByLabel("Lee Tran")).isChecked();
        assertThat(page.getByLabel("Mei Kato")).not().isChecked();
        assertThat(page.getByLabel("By e-mail")).hasValue(chris.email());
        assertThat(page.getByLabel("Description")).hasValue("Who is on call");
        assertThat(page.getByLabel("First message")).hasValue("Who can take Thursday?");

        page.getByLabel("Name").fill("On-call week 47");
        danasBrowser.button("Create room").click();
        assertThat(danasBrowser.message("Who can take Thursday?")).isVisible();
        assertThat(leesBrowser.row("On-call week 47")).containsText("Who can take Thursday?");

        Locator invitation = chrissBrowser
                .page()
                .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Invitation from Dana Reyes"));
        assertThat(invitation).isVisible();
        assertThat(chrissBrowser.page().getByText("On-call week 47")).hasCount(0);
        invitation
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept"))
                .click();
        assertThat(chrissBrowser.message("Who can take Thursday?")).isVisible();
        assertThat(danasBrowser.messages().last()).containsText("Chris Walker joined");
    }

    @Test
    void inALargeOrganizationOneFindsColleaguesByTheirNames() {
        OrganizationId large = staff.organization(Plan.PREMIUM);
        Person olga = staff.member(large, "Olga Large");
        for (int number = 0; number < 201; number++) {
            staff.member(large, "Ada Number " + number);
        }
        staff.member(large, "Zoe Last");
        Visitor olgasBrowser = Visitor.signedIn(port, olga);
        Page page = olgasBrowser.page();
        page.navigate("/rooms/new");
        assertThat(page.getByLabel("Zoe Last")).hasCount(0);
        page.getByLabel("Ada Number 200").check();
        page.getByPlaceholder("Find a colleague").fill("last zo");
        page.getByLabel("Zoe Last").check();
        page.getByPlaceholder("Find a colleague").fill("nobody");
        assertThat(page.getByText("Nobody of this name.")).isVisible();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("From A to Z");
        olgasBrowser.button("Create room").click();
        olgasBrowser.openDetails();
        assertThat(page.locator("#details")).containsText("Ada Number 200");
        assertThat(page.locator("#details")).containsText("Zoe Last");
    }

    @Test
    void aRoomOfTwoSaysThatTheOtherHasNotAcceptedYet() {
        RoomId room = testRooms.pair(dana, chris);
        Visitor danasBrowser = Visitor.signedIn(port, dana).open(room);
        Locator waits = danasBrowser.page().getByText("Chris Walker has not accepted the invitation yet");
        assertThat(waits).isVisible();
        danasBrowser.text().fill("Welcome");
        invitations.accept(chris, room);
        assertThat(waits).hasCount(0);
        assertThat(danasBrowser.text()).hasValue("Welcome");
    }

    @Test
    void thePanelNamesWhatOneCannotDoAndWhomToAsk() {
        RoomId room = testRooms.group(dana, lee);
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);
        leesBrowser.openDetails();
        for (String action : new String[] {"Remove people", "Rename the room", "Manage the room"}) {
            assertThat(leesBrowser.region(action)).containsText("Only the managers of this room");
            assertThat(leesBrowser.region(action)).containsText("Ask Dana Reyes.");
        }
        assertThat(leesBrowser.region("Close the room")).containsText("Ask Dana Reyes, or leave the room or mute it.");
        assertThat(leesBrowser.region("Add people")).hasCount(0);
        assertThat(leesBrowser.region("Leave the room")).hasCount(0);
        assertThat(leesBrowser.button("Leave the room")).isVisible();

        Visitor danasBrowser = Visitor.signedIn(port, dana).open(testRooms.pair(dana, lee));
        danasBrowser.openDetails();
        assertThat(danasBrowser.region("Add people"))
                .containsText("Start a new chat with everybody who should be in it.");
        assertThat(danasBrowser.region("Rename the room")).isVisible();
        assertThat(danasBrowser.page().locator("#details .why")).hasCount(2);
    }

    @Test
    void aManagerAddsRenamesRemovesAndCloses() {
        RoomId room = testRooms.group(dana, lee);
        Visitor danasBrowser = Visitor.signedIn(port, dana).open(room);
        Page page = danasBrowser.page();
        danasBrowser.openDetails();

        page.getByText("Add people", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Mei Kato").check();
        danasBrowser.button("Add").click();
        assertThat(danasBrowser.messages().last()).containsText("Dana Reyes added Mei Kato");
        assertThat(page.locator("#details .who").filter(new Locator.FilterOptions().setHasText("Mei Kato")))
                .isVisible();

        page.getByText("Rename the room").click();
        page.getByLabel("Name").fill(" ");
        danasBrowser.button("Rename").click();
        Browsers.pardon("400");
        assertThat(page.locator("#details")
                        .getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions().setHasText("Enter something here.")))
                .isVisible();
        page.getByLabel("Name").fill("Evening round");
        danasBrowser.button("Rename").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Evening round")))
                .isVisible();
        assertThat(danasBrowser.row("Evening round")).isVisible();

        page.getByLabel("Actions for Mei Kato").click();
        danasBrowser.button("Remove from the room").click();
        Locator question = page.getByRole(AriaRole.DIALOG);
        assertThat(question).containsText("Remove Mei Kato?");
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove from the room"))
                .click();
        assertThat(danasBrowser.messages().last()).containsText("Dana Reyes removed Mei Kato");

        assertThat(page.getByLabel("Actions for Mei Kato")).hasCount(0);

        danasBrowser.button("Close the room").click();
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();
        assertThat(danasBrowser.text()).isVisible();
        danasBrowser.button("Close the room").click();
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close the room"))
                .click();
        assertThat(page.getByText("This room is closed. It can be read, but nobody can write in it.")
                        .first())
                .isVisible();
        assertThat(danasBrowser.row("Evening round")).hasCount(0);
        danasBrowser.link("Show closed rooms").click();
        assertThat(page).hasURL(Pattern.compile("show=closed"));
        assertThat(danasBrowser.row("Evening round")).isVisible();
    }

    @Test
    void whoeverHasNoAccountIsAskedByALinkThatIsToldOnceAndCanBeWithdrawn() {
        RoomId room = testRooms.group(dana, lee);
        String address = "kim." + UUID.randomUUID() + "@example.org";
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);
        leesBrowser.openDetails();
        Visitor danasBrowser = Visitor.signedIn(port, dana).open(room);
        Page page = danasBrowser.page();
        danasBrowser.openDetails();

        page.getByText("Add people", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("By e-mail").fill(address);
        danasBrowser.button("Add").click();
        Locator links = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Links to hand over"));
        String link = URI.create(links.getByLabel(address).inputValue()).getPath();
        assertThat(page.request().get(link)).isOK();
        assertThat(danasBrowser.button("Copy")).isVisible();
        danasBrowser.button("Close").click();

        Locator panel = page.locator("#details");
        Locator leesPanel = leesBrowser.page().locator("#details");
        assertThat(panel).containsText(address);
        assertThat(leesPanel).containsText(address);
        assertThat(leesBrowser.button("Withdraw")).hasCount(0);

        danasBrowser.button("Withdraw").click();
        assertThat(panel).not().containsText(address);
        assertThat(leesPanel).not().containsText(address);
        assertThat(page.request().get(link)).not().isOK();
    }
}
