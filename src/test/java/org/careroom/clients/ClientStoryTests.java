package org.careroom.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.UUID;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients in real browsers: added, invited, joined; and what axe finds on their pages: nothing. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class ClientStoryTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Clients clients;

    @Autowired
    private ClientRecords records;

    @Autowired
    private ClientInvitations invitations;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person priya;

    @BeforeEach
    void riverside() {
        riverside = staff.organization(Plan.PREMIUM);
        priya = staff.admin(riverside, "Priya Nair", Permission.SEE_CLIENTS);
        staff.member(riverside, "Lee Tran");
    }

    @Test
    void aClientIsAddedInvitedAndJoins() {
        Visitor visitor = Visitor.signedIn(port, priya);
        Page page = visitor.page();
        visitor.link("Clients").click();
        visitor.link("Add client").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Add client")))
                .isVisible();
        page.getByLabel("Name").fill("Jordan Ellis");
        page.locator("main").getByLabel("Email").fill("jordan." + UUID.randomUUID() + "@example.org");
        visitor.button("Add client").click();
        visitor.button("Invite to chat").click();
        String link = page.locator("careroom-handed-link input").inputValue().replaceFirst("^http://[^/]+", "");

        Page jordan = Browsers.newPage("http://localhost:" + port, 360, 740);
        jordan.navigate(link);
        assertThat(jordan.getByText("Priya Nair of")).isVisible();
        jordan.getByLabel("Password").fill("four words that rhyme");
        jordan.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept invitation"))
                .click();
        assertThat(jordan.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Account").setExact(true)))
                .isVisible();
        assertThat(jordan.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Clients")))
                .hasCount(0);

        visitor.link("Clients").first().click();
        assertThat(page.locator("tr[data-client]")).containsText("Has an account");
        page.getByLabel("Search name, e-mail or phone").fill("ell");
        page.keyboard().press("Enter");
        assertThat(page.locator("tr[data-client]")).hasCount(1);
        visitor.link("Jordan Ellis").click();
        page.getByLabel("Lee Tran").check();
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Provider and care team"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(page.getByText("Saved.")).isVisible();
        assertThat(page.getByLabel("Lee Tran")).isChecked();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 360"})
    void axeFindsNothing(ColorScheme scheme, int width) {
        Browsers.pardon("400");
        ClientId one = client("Jordan Ellis", null);
        client("Alex Morgan with a rather long name that has to be broken somewhere", staff.client("Alex Morgan"));
        records.switchChat(priya, client("Off Chat", null), false);
        invitations.invite(priya, client("In Vited", null));
        Visitor visitor = Visitor.signedIn(
                priya, Visitor.options(port).setColorScheme(scheme).setViewportSize(width, 740));
        Page page = visitor.page();
        for (String path :
                List.of("/clients", "/clients?q=nobody", "/clients/new", "/clients/" + one, "/clients/import")) {
            page.navigate(path);
            assertClean(page, path);
        }
        page.navigate("/clients/new");
        visitor.button("Add client").click();
        page.getByLabel("Name").fill("Ann");
        page.getByLabel("Phone").fill("call me");
        visitor.button("Add client").click();
        assertThat(page.getByLabel("Phone")).isFocused();
        assertThat(page.getByLabel("Phone"))
                .hasAccessibleDescription("Write a telephone number, such as +1 312 555 0142.");
        assertClean(page, "a form with errors");
        page.navigate("/clients/import");
        page.getByLabel("One client a line").fill("Ann,ann@example.org\nBo,nonsense");
        visitor.button("Look at it first").click();
        assertThat(page.getByText("1 line is wrong")).isVisible();
        assertClean(page, "a preview");
        Person sam = staff.member(riverside, "Sam Okafor", Permission.SEARCH_CLIENTS);
        Page reader = Visitor.signedIn(
                        sam, Visitor.options(port).setColorScheme(scheme).setViewportSize(width, 740))
                .page();
        reader.navigate("/clients/" + one);
        assertClean(reader, "a record to read");
    }

    @Test
    void withoutScriptAllOfItWorks() {
        Visitor visitor = Visitor.signedIn(
                priya,
                new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setJavaScriptEnabled(false));
        Page page = visitor.page();
        page.navigate("/clients/import");
        page.getByLabel("One client a line").fill("Ann Bell,,555 0100");
        visitor.button("Look at it first").click();
        visitor.button("Add 1 client").click();
        visitor.link("Ann Bell").click();
        visitor.button("Turn chat off").click();
        assertThat(page.getByText("Chat is off")).isVisible();
    }

    private ClientId client(String name, @Nullable Person account) {
        return clients.register(
                riverside,
                name,
                "client." + UUID.randomUUID() + "@example.org",
                "+1 312 555 0142",
                priya.id(),
                List.of(),
                account == null ? null : account.id());
    }

    private static void assertClean(Page page, String where) {
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('main a, main button, main input, main select, main textarea')]"
                                        + ".filter(one => one.getBoundingClientRect().right > innerWidth).map(one => one.outerHTML)"))
                .as(where + " fits")
                .isEqualTo(List.of());
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(where).isEmpty();
    }
}
