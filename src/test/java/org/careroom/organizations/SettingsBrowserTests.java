package org.careroom.organizations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How somebody gets into an organization and gets its permissions, in real browsers. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class SettingsBrowserTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Members members;

    @Autowired
    private Teams teams;

    @Autowired
    private PermissionSets sets;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person amara;
    private Person sam;

    @BeforeEach
    void riverside() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        sam = staff.member(riverside, "Sam Okafor");
    }

    @Test
    void anAdminInvitesSomebodyWhoAcceptsAndGetsOrganizationChat() {
        Page admin = signedIn(Browsers.newPage(base()), amara);
        String link = invite(admin).inputValue().replaceFirst("^http://[^/]+", "");

        Page nia = Browsers.newPage(base());
        nia.navigate(link);
        nia.getByLabel("Name").fill("Nia New");
        nia.getByLabel("Password").fill("four words that rhyme");
        button(nia, "Accept invitation").click();
        assertThat(button(nia, "Account")).isVisible();

        admin.navigate("/settings/team?query=nia");
        admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Permissions of Nia New"))
                .click();
        Locator chat = admin.getByLabel("Organization Chat", new Page.GetByLabelOptions().setExact(true));
        assertThat(chat).isDisabled();
        Locator missing = admin.locator("[data-missing]");
        admin.getByLabel("Can search across").check();
        admin.getByLabel("Sees all clients").check();
        assertThat(chat).isDisabled();
        assertThat(missing).containsText("Can access all chat");
        assertThat(missing.getByText("Can search across")).isHidden();
        admin.getByLabel("Can access all chat").check();
        assertThat(missing).isHidden();
        chat.check();
        save(admin);
        assertThat(chat).isChecked();
        admin.getByLabel("Sees all clients").uncheck();
        button(admin, "Save").click();
        assertThat(admin.getByText("Organization Chat is turned off too")).isVisible();
        button(admin, "Turn off both").click();
        assertThat(chat).isDisabled();
    }

    @Test
    void aLinkIsCopiedByAButtonAndByHandWhereTheBrowserHasNone() {
        Page admin = signedIn(Browsers.newPage(base(), 360, 740), amara);
        admin.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        String link = invite(admin).inputValue();
        button(admin, "Copy").click();
        assertThat(button(admin, "Copied")).isVisible();
        assertThat(admin.locator("careroom-handed-link [role=status]")).hasText("Copied");
        assertThat(admin.evaluate("navigator.clipboard.readText()")).isEqualTo(link);

        admin.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        assertThat(invite(admin)).hasAttribute("readonly", "");
        assertThat(button(admin, "Copy")).hasCount(0);

        Page withoutScript = signedIn(
                Browsers.newPage(
                        new Browser.NewContextOptions().setBaseURL(base()).setJavaScriptEnabled(false)),
                amara);
        assertThat(invite(withoutScript)).hasAttribute("readonly", "");
        assertThat(button(withoutScript, "Copy")).hasCount(0);
    }

    @Test
    void severalWhoWaitAreApprovedAtOnce() {
        members.waiting(riverside, staff.person("Pat Morgan").id());
        members.waiting(riverside, staff.person("Kim Lee").id());
        members.waiting(riverside, staff.person("Lou Berg").id());
        Page admin = signedIn(Browsers.newPage(base(), 360, 740), amara);
        admin.navigate("/settings/team/pending");
        Locator since = admin.locator("time").first();
        assertThat(since).hasText(Pattern.compile(", \\d+:\\d\\d [AP]M$"));
        assertThat(since).hasAttribute("title", Pattern.compile(", \\d+:\\d\\d:\\d\\d [AP]M$"));
        admin.getByLabel("Pat Morgan").check();
        admin.getByLabel("Kim Lee").check();
        button(admin, "Approve").click();
        assertThat(admin.getByText("They are active members now")).isVisible();
        assertThat(admin.getByLabel("Lou Berg")).isVisible();
        assertThat(admin.getByLabel("Pat Morgan")).hasCount(0);
    }

    @ParameterizedTest(name = "{0} px wide, {1}")
    @CsvSource({"1280, LIGHT", "360, DARK"})
    void everyPageCanBeUsedByEverybody(int width, ColorScheme scheme) {
        members.waiting(riverside, staff.person("Pat Morgan").id());
        TeamId team = teams.create(amara, riverside, "Surgeons", true, Set.of(sam.id()));
        sets.save(amara, riverside, "Support staff", Set.of(Permission.SEARCH_CLIENTS));
        Page page = Browsers.newPage(new Browser.NewContextOptions()
                .setBaseURL(base())
                .setViewportSize(width, 800)
                .setColorScheme(scheme));
        List<String> found = new ArrayList<>();
        List.of("/login", "/signup", "/password/forgotten").forEach(address -> check(page, address, found));
        signedIn(page, amara);
        String member = "/settings/team/" + staff.id(riverside, sam);
        List.of(
                        "/settings/team",
                        "/settings/team/pending",
                        "/settings/team/invitations",
                        "/settings/permission-sets",
                        "/settings/teams",
                        "/settings/teams/new",
                        "/settings/teams/" + team,
                        "/settings/organization",
                        "/settings/changes",
                        member,
                        member + "/permissions",
                        member + "/deactivate",
                        "/profile",
                        "/signup")
                .forEach(address -> check(page, address, found));
        assertThat(found).isEmpty();
        page.navigate("/settings/team");
        assertThat(colourOf(page, "tbody th a")).isEqualTo(colourOf(page, "tbody td a"));
    }

    @Test
    void onAPhoneTheInstallationSaysWhatItsValuesAre() {
        Person olga = staff.operator("Olga Operator");
        members.enroll(riverside, olga.id(), Level.MEMBER, "", Set.of());
        Page operator = signedIn(Browsers.newPage(base(), 360, 740), olga);
        List<String> found = new ArrayList<>();
        check(operator, "/settings/installation", found);
        assertThat(found).isEmpty();
        assertThat(operator.evaluate("[...document.querySelector('.settings-table tbody tr').querySelectorAll('td')]"
                        + ".map(cell => getComputedStyle(cell, '::before').content)"))
                .isEqualTo(List.of("\"Active members\"", "\"Plan\"", "\"Mail domain\""));
    }

    private static Object colourOf(Page page, String element) {
        return page.locator(".settings-table " + element)
                .first()
                .evaluate("it => getComputedStyle(it).textDecoration + getComputedStyle(it).color");
    }

    /** Axe finds nothing (WCAG 2.2 AA), and the page is not wider than the screen. */
    private static void check(Page page, String address, List<String> found) {
        page.navigate(address);
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> rule.getNodes()
                        .forEach(node -> found.add(address + ": " + rule.getId() + " " + node.getHtml())));
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"))) {
            found.add(address + ": wider than the screen");
        }
    }

    private static Page signedIn(Page page, Person person) {
        page.navigate("/login");
        page.getByLabel("Email").fill(person.email());
        page.getByLabel("Password").fill(Staff.PASSWORD);
        button(page, "Sign in").click();
        assertThat(button(page, "Account")).isVisible();
        return page;
    }

    /** Invites somebody new. */
    private static Locator invite(Page admin) {
        String email = "nia." + UUID.randomUUID() + "@example.org";
        admin.navigate("/settings/team/invitations");
        admin.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Email"))
                .fill(email);
        button(admin, "Invite").click();
        return admin.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(email));
    }

    /** Saves, and goes on from what the server then shows. */
    private static void save(Page page) {
        page.waitForResponse(
                answer -> answer.url().endsWith("?saved"),
                () -> button(page, "Save").click());
        assertThat(page.getByText("Saved.")).isVisible();
        page.reload();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
