package org.careroom.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.careroom.Browsers;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.organizations.MemberInvitations;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form says at each of its fields what is wrong with it, begins at the first, and keeps what was typed (interface: bad input). */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class FormErrorsTests {

    private static final String LONG = "x".repeat(20_000);
    private static final String INVISIBLE = "\u200b";

    @Autowired
    private Staff staff;

    @Autowired
    private MemberInvitations invitations;

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
    void signingUp() {
        Browsing stranger = new Browsing(port);
        stranger.get("/signup");
        String[] typed = {"name", LONG, "email", "nonsense", "password", "short", "code", LONG};
        assertWrong(stranger.post("/signup", typed), "name", "email", "password", "code");
    }

    @Test
    void acceptingAnInvitation() {
        String address = "nia." + UUID.randomUUID() + "@example.org";
        String link = invitations.invite(amara, riverside, address, "").link().replaceFirst("^http://[^/]+", "");
        Browsing stranger = new Browsing(port);
        stranger.get(link);
        assertWrong(stranger.post(link, "name", INVISIBLE, "password", "short"), "name", "password");
    }

    @Test
    void theProfileAndThePassword() {
        assertWrong(
                signedIn(amara).post("/profile", "name", "", "language", "xx", "zone", "?"),
                "name",
                "language",
                "zone");
        String[] typed = {"current", "wrong", "password", "short"};
        assertWrong(signedIn(amara).post("/profile/password", typed), "current", "password");
    }

    @Test
    void aNewChat() {
        String[] typed = {"people", "nonsense", "name", LONG, "description", LONG, "message", LONG};
        assertWrong(signedIn(amara).post("/rooms", typed), "people", "name", "description", "message");
    }

    @Test
    void settings() {
        Browsing admin = signedIn(amara);
        assertWrong(admin.post("/settings/team/invitations", "name", LONG, "email", "nonsense"), "name", "email");
        String[] organization = {"name", "", "code", "no code", "mailDomain", "no domain"};
        assertWrong(admin.post("/settings/organization", organization), "name", "code", "mailDomain");
        String[] set = {"name", "", "permission", "ORGANIZATION_CHAT"};
        assertWrong(admin.post("/settings/permission-sets", set), "name", "ORGANIZATION_CHAT");
        Browsing operator = signedIn(staff.operator("Olga Operator"));
        String[] founded = {"name", "", "email", "nonsense"};
        assertWrong(operator.post("/settings/installation/organizations", founded), "name", "email");
    }

    @Test
    void inABrowserOneGoesOnAtTheFirst() {
        Browsers.pardon("400");
        Page stranger = Browsers.newPage("http://localhost:" + port);
        stranger.navigate("/signup");
        stranger.getByLabel("Name").fill("Pat Morgan");
        stranger.getByLabel("Email").fill("pat@localhost");
        stranger.getByLabel("Password").fill("short");
        stranger.getByLabel("code").press("Enter");
        assertThat(stranger.getByLabel("Email")).isFocused();
        assertThat(stranger.getByLabel("Email")).hasAccessibleDescription("This is not an e-mail address.");
        assertThat(stranger.getByText("This is too short.")).isVisible();
        assertThat(stranger.getByLabel("Name")).hasValue("Pat Morgan");

        Page page = Visitor.signedIn(port, amara).page();
        page.navigate("/rooms/new");
        page.getByLabel("By e-mail").fill("nonsense");
        page.getByLabel("Description").fill("x".repeat(1_001));
        page.getByLabel("First message").fill("Hello");
        page.getByText("Create room").click();
        assertThat(page.getByLabel("By e-mail")).isFocused();
        assertThat(page.getByText("At most 1,000 characters.")).isVisible();
        assertThat(page.getByLabel("First message")).hasValue("Hello");
    }

    private static void assertWrong(HttpResponse<String> answer, String... fields) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browsing.wrongFields(answer)).containsExactly(fields);
        assertThat(answer.body()).containsOnlyOnce("autofocus=");
        String focused = answer.body().split("autofocus=")[0].replaceAll("(?s).*<", "");
        assertThat(focused).contains("name=\"" + fields[0] + "\"");
        assertThat(answer.body()).doesNotContain("value=\"short\"");
    }

    private Browsing signedIn(Person person) {
        Browsing browser = new Browsing(port);
        browser.signIn(person.email(), Staff.PASSWORD);
        return browser;
    }
}
