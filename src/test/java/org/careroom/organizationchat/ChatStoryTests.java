package org.careroom.organizationchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.PermissionSettings;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A team answers for its clients, openly (the second seed), each at a browser of their own. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class ChatStoryTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestConversations testConversations;

    @Autowired
    private PermissionSettings permissions;

    @Autowired
    private RoomLife life;

    @Autowired
    private Notes notes;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person owner;
    private Person helper;
    private Person client;
    private RoomId room;

    @BeforeEach
    void aConversation() {
        riverside = staff.organization(Plan.PREMIUM);
        owner = staff.member(riverside, "Maya Lindqvist");
        helper = staff.member(riverside, "Noah Adeyemi", TestConversations.ORGANIZATION_CHAT);
        client = testConversations.client(riverside, owner, "Jordan Ellis");
        room = testConversations.between(owner, client);
        testConversations.say(client, room, "When may I eat again?");
    }

    @Test
    void supportAnswersForTheProviderAndTheClientReadsWhoDid() {
        Visitor patient = Visitor.onPhone(port, client);
        patient.page().locator("careroom-rooms a").click();
        patient.connected();
        Visitor support = atOrganizationChat(helper);
        support.row("Jordan Ellis").click();
        support.connected();
        assertThat(support.page()
                        .getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("Send").setExact(true)))
                .hasCount(0);
        support.text().fill("Maya will call you today.");
        support.button("Send on behalf of Maya Lindqvist").click();
        Locator dialog = dialog(support);
        assertThat(dialog).containsText("Noah Adeyemi On behalf of Maya Lindqvist");
        assertThat(dialog).containsText("Maya will call you today.");
        assertThat(dialog).containsText("Jordan Ellis");
        dialog.getByText("Cancel").click();
        assertThat(support.message("Maya will call you today.")).hasCount(0);
        assertThat(support.text()).hasValue("Maya will call you today.");
        support.button("Send on behalf of Maya Lindqvist").click();
        dialog(support)
                .getByText("Send", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(patient.message("Maya will call you today."))
                .containsText("Noah Adeyemi On behalf of Maya Lindqvist");
        assertThat(support.message("Maya will call you today."))
                .containsText("Noah Adeyemi On behalf of Maya Lindqvist");
        assertThat(support.text()).hasValue("");
        assertThat(patient.page().getByText("may read and answer here")).isVisible();
    }

    @Test
    void thePermissionIsTakenAwayWhileThePageIsOpen() {
        Browsers.pardon("status of 404"); // what the open pages ask is not there any more
        Visitor support = atOrganizationChat(helper);
        Visitor reading = support.inAnotherTab();
        reading.page().navigate("/chat/" + room);
        reading.connected();
        reading.text().fill("Half an answer");
        assertThat(support.row("Jordan Ellis")).isVisible();
        permissions.change(
                staff.admin(riverside, "Amara Diallo"),
                staff.id(riverside, helper),
                EnumSet.of(Permission.SEARCH_CLIENTS),
                true);
        assertThat(support.row("Jordan Ellis")).hasCount(0);
        assertThat(support.page().getByText("You can no longer see the conversations"))
                .isVisible();
        assertThat(reading.text()).hasCount(0);
        assertThat(reading.page().getByText("You can no longer see this conversation"))
                .isVisible();
        assertThat(reading.page().getByText("Half an answer")).isVisible();
        assertThat(reading.messages()).hasCount(0);
        assertThat(reading.page().getByText("When may I eat again?")).hasCount(0);
        assertThat(reading.page().locator("[data-board]")).isEmpty();
        support.page().navigate("/chat");
        assertThat(support.page().getByRole(AriaRole.MENUITEM)).hasCount(0);
    }

    @Test
    void ofTwoHelpersTheSecondIsAskedAgainAndSeesWhatCame() {
        Browsers.pardon("status of 409"); // asked again
        Person other = staff.member(riverside, "Ines Costa", TestConversations.ORGANIZATION_CHAT);
        Visitor first = open(helper);
        Visitor second = open(other);
        assertThat(second.page().locator(".looking")).containsText("Noah Adeyemi");
        first.text().pressSequentially("At noon.");
        assertThat(second.page().locator(".typing")).containsText("Noah Adeyemi is typing");
        second.text().fill("At one.");
        second.button("Send on behalf of Maya Lindqvist").click();
        assertThat(dialog(second)).not().containsText("Written since you began");
        first.button("Send on behalf of Maya Lindqvist").click();
        dialog(first)
                .getByText("Send", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(second.message("At noon.")).isVisible();
        dialog(second)
                .getByText("Send", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(dialog(second)).containsText("Written since you began");
        assertThat(dialog(second)).containsText("At noon.");
        assertThat(second.message("At one.")).hasCount(0);
        dialog(second).getByText("Cancel").click();
        assertThat(second.text()).hasValue("At one.");
    }

    @Test
    void aReplyBegunBeforeSomethingCameIsAskedAboutThoughItStandsOnThePage() {
        Visitor support = open(helper);
        support.text().pressSequentially("At no");
        testConversations.say(client, room, "Never mind!");
        assertThat(support.message("Never mind!")).isVisible();
        support.text().pressSequentially("on.");
        support.button("Send on behalf of Maya Lindqvist").click();
        assertThat(dialog(support)).containsText("Written since you began");
        assertThat(dialog(support)).containsText("Never mind!");
    }

    @Test
    void theOwnerAddsTheHelperWhoThenWritesInTheirOwnName() {
        Visitor support = open(helper);
        support.openDetails();
        support.button("Ask Maya Lindqvist to add me").first().click();
        assertThat(support.page().getByText("You have asked Maya Lindqvist")).isVisible();
        Visitor provider = open(owner);
        provider.openDetails();
        provider.button("Add Noah Adeyemi").click();
        assertThat(support.button("Send")).isVisible();
        support.say("Hello Jordan, this is Noah.");
        assertThat(provider.message("Hello Jordan, this is Noah.").locator(".by"))
                .hasText("Noah Adeyemi");
    }

    @Test
    void closedWhileSomebodyTypesItKeepsTheTextAndSaysWho() {
        Visitor patient = Visitor.onPhone(port, client);
        patient.page().navigate("/chat/" + room);
        patient.connected();
        patient.text().fill("One more thing");
        life.close(owner, room);
        assertThat(patient.text()).hasCount(0);
        assertThat(patient.page().getByText("One more thing")).isVisible();
        assertThat(patient.page().getByText("Closed by Maya Lindqvist")).isVisible();
        life.reopen(owner, room);
        assertThat(patient.text()).hasValue("One more thing");
    }

    @Test
    void theOwnerReadsWhoAnsweredForThem() {
        Visitor provider = Visitor.signedIn(port, owner);
        provider.page().navigate("/chat");
        provider.connected();
        assertThat(provider.row("Jordan Ellis").locator("[data-count-number]")).hasText("1");
        testConversations.onBehalf(helper, room, 2, "At noon.");
        assertThat(provider.row("Jordan Ellis")).containsText("Noah Adeyemi answered for you");
        assertThat(provider.row("Jordan Ellis").locator("[data-count]")).isHidden();
        provider.row("Jordan Ellis").click();
        assertThat(provider.page().getByText("Noah Adeyemi has answered here for you"))
                .isVisible();
        provider.page().waitForResponse("**/read", () -> provider.page().bringToFront());
        provider.page().navigate("/chat");
        assertThat(provider.row("Jordan Ellis")).not().containsText("answered for you");
    }

    @Test
    void notesAndClaimsAreSeenByStaffAtOnceAndKeepWhatOneTypes() {
        Visitor support = open(helper);
        Visitor provider = open(owner);
        provider.page().locator(".notes > summary").click();
        provider.page()
                .getByLabel("Staff note", new Page.GetByLabelOptions().setExact(true))
                .fill("Half a note");
        support.button("Claim").click();
        assertThat(provider.page().getByText("Noah Adeyemi sees to this")).isVisible();
        support.page().locator(".notes > summary").click();
        support.page()
                .getByLabel("Staff note", new Page.GetByLabelOptions().setExact(true))
                .fill("He called twice.");
        support.button("Save note").click();
        assertThat(provider.page().locator(".note")).containsText("He called twice.");
        assertThat(provider.page().getByLabel("Staff note", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Half a note");
    }

    @Test
    void whatIsUnansweredIsFoundByItsFilterAndLeavesItWhenAnswered() {
        Visitor support = atOrganizationChat(helper);
        support.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Unanswered")))
                .click();
        assertThat(support.row("Jordan Ellis")).isVisible();
        support.connected();
        testConversations.say(owner, room, "Tonight.");
        assertThat(support.row("Jordan Ellis")).hasCount(0);
    }

    @Test
    void theFilterStaysWhileOneWorksThroughWhatItFound() {
        Person omar = staff.member(riverside, "Omar Haddad");
        RoomId other = testConversations.about("Letter", omar, testConversations.client(riverside, omar, "Avery Cole"));
        testConversations.say(owner, room, "Tonight.");
        Visitor support = atOrganizationChat(helper);
        support.page().locator(".narrow > summary").click();
        support.page().getByLabel("Provider").selectOption("Omar Haddad");
        support.button("Show").click();
        assertThat(support.page()).hasURL(Pattern.compile("provider="));
        assertThat(support.row("Letter")).isVisible();
        assertThat(support.row("Jordan Ellis")).hasCount(0);
        support.row("Letter").click();
        assertThat(support.page()).hasURL(Pattern.compile("/chat/" + other));
        support.connected();
        assertThat(support.row("Letter")).isVisible();
        testConversations.say(owner, room, "Or tomorrow.");
        testConversations.say(omar, other, "Dear Avery");
        assertThat(support.row("Letter")).containsText("Dear Avery");
        assertThat(support.row("Jordan Ellis")).hasCount(0);
    }

    @Test
    void axeFindsNothing() {
        notes.write(helper, room, UUID.randomUUID(), "He called twice.");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Visitor support = Visitor.signedIn(helper, Visitor.options(port).setColorScheme(scheme));
            for (String address : List.of("/chat", "/chat/organization", "/chat/" + room, "/chat/new")) {
                support.page().navigate(address);
                check(support, address);
            }
            support.page().navigate("/chat/" + room);
            support.connected();
            support.openDetails();
            support.page().locator(".notes > summary").click();
            check(support, "details and notes");
            support.page().locator("[data-details-close]").click();
            support.text().fill("At noon.");
            support.button("Send on behalf of Maya Lindqvist").click();
            assertThat(dialog(support)).isVisible();
            check(support, "confirm");
        }
        Visitor patient = Visitor.onPhone(port, client);
        for (String address : List.of("/chat", "/chat/" + room)) {
            patient.page().navigate(address);
            check(patient, address);
        }
    }

    private static void check(Visitor visitor, String what) {
        Assertions.assertThat(new AxeBuilder(visitor.page()).analyze().getViolations())
                .as(what)
                .isEmpty();
    }

    private Visitor open(Person person) {
        Visitor visitor = Visitor.signedIn(port, person);
        visitor.page().navigate("/chat/" + room);
        return visitor.connected();
    }

    /** By the button with the person's own name, as the seed says. */
    private Visitor atOrganizationChat(Person person) {
        Visitor visitor = Visitor.signedIn(port, person);
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Chat")))
                .first()
                .click();
        visitor.page()
                .locator(".chat-list")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(person.name()))
                .click();
        visitor.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Organization"))
                .click();
        assertThat(visitor.page()).hasURL(Pattern.compile("/chat/organization"));
        return visitor.connected();
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Confirm reply"));
    }
}
