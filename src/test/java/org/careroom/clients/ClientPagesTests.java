package org.careroom.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of clients over real HTTP: what they show to whom, and what they do with what is typed. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ClientPagesTests {

    private static final String LONG = "x".repeat(20_000);
    private static final String HOSTILE = "\"'><script>alert(1)</script>${7*7}MARK";

    @Autowired
    private Staff staff;

    @Autowired
    private Clients clients;

    @Autowired
    private ClientPages pages;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person amara;
    private Person priya;
    private Person lee;
    private ClientId jordan;
    private String email;

    @BeforeEach
    void aClient() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        priya = staff.member(riverside, "Priya Nair");
        lee = staff.member(riverside, "Lee Tran");
        email = "jordan." + UUID.randomUUID() + "@example.org";
        jordan = clients.register(riverside, "Jordan Ellis", email, "+1 312 555 0142", priya.id(), List.of(), null);
    }

    @Test
    void theLeftColumnHasClientsForActiveMembersOnly() {
        assertThat(signedIn(priya).get("/profile").body()).contains("href=\"/clients\"");
        for (Person without :
                List.of(staff.person("No Where"), staff.pending(riverside, "Pat Pending"), staff.client("Kim Lee"))) {
            assertThat(signedIn(without).get("/profile").body()).doesNotContain("href=\"/clients\"");
        }
    }

    @Test
    void aMemberAddsAClientOfTheirOwn() {
        Browsing browser = signedIn(lee);
        assertThat(browser.get("/clients").body()).contains("No clients yet");
        assertThat(browser.get("/clients/new").body())
                .contains("You are the provider of this client.")
                .doesNotContain("<select");
        HttpResponse<String> added =
                browser.post("/clients", "name", "Ann Bell", "email", "", "phone", "555 0199", "provider", "");
        assertThat(Browsing.location(added)).matches("/clients/[0-9a-f-]{36}\\?added");
        assertThat(browser.get(Browsing.location(added)).body())
                .contains("The client is added.")
                .contains("Ann Bell")
                .contains("An invitation goes to an e-mail address, and none is known yet.");
        assertThat(browser.get("/clients?q=0199").body()).contains("Ann Bell").contains("Not invited");
        assertThat(browser.get("/clients").body()).doesNotContain("Jordan Ellis");
    }

    /** An admin who does not see all clients adds one for a colleague, and does not see it afterwards (product 1). */
    @Test
    void anAdminAddsAClientForAColleague() {
        Browsing browser = signedIn(amara);
        assertThat(browser.get("/clients/new").body()).contains("<select").contains(priya.email());
        HttpResponse<String> added =
                browser.post("/clients", "name", "Ann Bell", "phone", "555 0199", "provider", priya.email());
        assertThat(Browsing.location(added)).isEqualTo("/clients?added&organization=" + riverside);
        assertThat(browser.get("/clients?q=ann").body()).contains("No client found");
        assertThat(signedIn(priya).get("/clients").body()).contains("Ann Bell");
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndNothingTypedIsLost() {
        Browsing browser = signedIn(priya);
        browser.get("/clients/new");
        assertWrong(
                browser.post("/clients", "name", LONG, "email", "nonsense", "phone", "call me"),
                List.of("name", "email", "phone"),
                LONG,
                "value=\"nonsense\"",
                "value=\"call me\"");
        assertWrong(browser.post("/clients", "name", "Ann"), List.of("email"), "value=\"Ann\"");
        assertWrong(browser.post("/clients", "name", "Ann", "email", email), List.of("email"), "has this address");
        assertWrong(browser.post("/clients", "name", "Ann", "email", lee.email()), List.of("email"), "a staff account");
        HttpResponse<String> forLee =
                browser.post("/clients", "name", "Ann", "phone", "555 0100", "provider", lee.email());
        assertThat(forLee.statusCode()).isEqualTo(400);
        assertThat(forLee.body())
                .contains("You can add clients of your own only")
                .contains("value=\"Ann\"");
        String record = "/clients/" + jordan;
        browser.get(record);
        assertWrong(
                browser.post(record, "name", "", "email", "x@", "phone", "1"),
                List.of("name", "email", "phone"),
                "value=\"x@\"");
        assertWrong(
                browser.post(record + "/care", "provider", "nobody", "careTeam", "nobody@example.org"),
                List.of("provider"),
                "nobody@example.org is not an active member");
        assertThat(pages.of(priya, jordan).name()).isEqualTo("Jordan Ellis");
    }

    @Test
    void theRecordIsChangedByThoseWhoMay() {
        Browsing browser = signedIn(priya);
        String record = "/clients/" + jordan;
        String page = browser.get(record).body();
        assertThat(page).contains("value=\"" + email + "\"").contains("Invite to chat");
        String seen = page.replaceAll("(?s).*?name=\"seen\" value=\"([^\"]+)\".*", "$1");
        String care = page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
        assertThat(Browsing.location(
                        browser.post(record, "name", "Jordan E. Ellis", "email", email, "phone", "", "seen", seen)))
                .isEqualTo(record + "?saved");
        HttpResponse<String> late = browser.post(record, "name", "Jo Ellis", "email", email, "phone", "", "seen", seen);
        assertWrong(late, List.of("name"), "Jordan E. Ellis", "value=\"Jo Ellis\"");
        assertThat(Browsing.location(browser.post(
                        record + "/care", "provider", lee.email(), "careTeam", priya.email(), "seen", care)))
                .isEqualTo(record + "?saved");
        String handed = pages.of(priya, jordan).careSeen();
        assertThat(Browsing.location(browser.post(record + "/care", "provider", lee.email(), "seen", handed)))
                .isEqualTo("/clients?saved");
        assertThat(browser.get(record).statusCode()).isEqualTo(404);
    }

    @Test
    void theInvitationIsALinkToHandOver() {
        Browsing browser = signedIn(priya);
        String record = "/clients/" + jordan;
        browser.get(record);
        String first = link(browser.post(record + "/invitation"));
        assertThat(browser.get(record).body()).contains("New link").doesNotContain(first);
        String second = link(browser.post(record + "/invitation"));
        assertThat(second).isNotEqualTo(first);
        Browsing stranger = new Browsing(port);
        assertThat(stranger.get(first).statusCode()).isEqualTo(404);
        assertThat(stranger.get(second).statusCode()).isEqualTo(200);
        assertThat(Browsing.location(browser.get(record + "/invitation"))).isEqualTo(record);
        assertThat(Browsing.location(browser.post(record + "/invitation/withdraw")))
                .isEqualTo(record + "?withdrawn");
        assertThat(stranger.get(second).statusCode()).isEqualTo(404);
        assertThat(Browsing.location(browser.post(record + "/chat/off"))).isEqualTo(record + "?saved");
        HttpResponse<String> off = browser.post(record + "/invitation");
        assertThat(off.statusCode()).isEqualTo(403);
        assertThat(off.body()).contains("Chat is off for this client");
        browser.post(record + "/chat/on");
        assertThat(browser.get(record).body()).contains("Turn chat off");
    }

    @Test
    void whoOnlySearchesSeesAndIsToldWhyNotMore() {
        Person sam = staff.member(riverside, "Sam Okafor", Permission.SEARCH_CLIENTS);
        Browsing browser = signedIn(sam);
        assertThat(browser.get("/clients").body())
                .contains("A search finds the clients of all")
                .doesNotContain("Jordan Ellis");
        assertThat(browser.get("/clients?q=jor").body()).contains("Jordan Ellis");
        assertThat(browser.get("/clients?q=jor&show=mine").body()).doesNotContain("Jordan Ellis");
        String record = "/clients/" + jordan;
        assertThat(browser.get(record).body())
                .contains("Only the provider, the care team")
                .contains("Ask Priya Nair")
                .contains(email)
                .doesNotContain("action=\"" + record);
        for (String deed : List.of("", "/care", "/chat/on", "/chat/off", "/invitation", "/invitation/withdraw")) {
            HttpResponse<String> refused = browser.post(record + deed, "name", "Mine", "provider", sam.email());
            assertThat(refused.statusCode()).as(deed).isEqualTo(403);
            assertThat(refused.body()).as(deed).contains("Only the provider, the care team");
        }
        assertThat(pages.of(priya, jordan).name()).isEqualTo("Jordan Ellis");
    }

    /** Not found and not allowed look alike, to the letter (interface). */
    @Test
    void toOthersItIsNotThere() {
        OrganizationId northlake = staff.organization(Plan.PREMIUM);
        for (Person other : List.of(
                lee,
                amara,
                staff.admin(northlake, "Noor North", Permission.SEARCH_CLIENTS, Permission.SEE_CLIENTS),
                staff.pending(riverside, "Pat Pending"),
                staff.person("No Where"),
                staff.client("Kim Lee"))) {
            Browsing browser = signedIn(other);
            List<String> got = new ArrayList<>();
            for (String deed : List.of("", "/care", "/chat/on", "/chat/off", "/invitation", "/invitation/withdraw")) {
                HttpResponse<String> theirs = browser.post("/clients/" + jordan + deed, "name", "x");
                HttpResponse<String> none = browser.post("/clients/" + UUID.randomUUID() + deed, "name", "x");
                if (theirs.statusCode() != 404 || none.statusCode() != 404) {
                    got.add(deed + ": " + theirs.statusCode() + ", " + none.statusCode());
                }
            }
            assertThat(got).isEmpty();
            HttpResponse<String> page = browser.get("/clients/" + jordan);
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(withoutToken(page)).isEqualTo(withoutToken(browser.get("/clients/" + UUID.randomUUID())));
            assertThat(browser.get("/clients?q=jordan&organization=" + riverside)
                            .body())
                    .doesNotContain("Jordan Ellis");
        }
        Browsing noor = signedIn(staff.member(northlake, "Noor North"));
        for (String path : List.of("/clients", "/clients/new", "/clients/import")) {
            assertThat(noor.get(path + "?organization=" + riverside).statusCode())
                    .isEqualTo(404);
            assertThat(noor.post(path.replace("/new", ""), "organization", riverside.toString(), "csv", "a,b@c.de")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void inSeveralOrganizationsOneChooses() {
        OrganizationId northlake = staff.organization(Plan.PREMIUM);
        staff.enroll(northlake, priya);
        clients.register(northlake, "Noel North", "", "555 0100", priya.id(), List.of(), null);
        Browsing browser = signedIn(priya);
        assertThat(browser.get("/clients?organization=" + northlake).body())
                .contains("Noel North")
                .contains("/clients?organization=" + riverside)
                .doesNotContain("Jordan Ellis");
        assertThat(browser.get("/clients").body()).contains("Noel North");
        browser.get("/clients/new");
        browser.post("/clients", "name", "Ann Bell", "phone", "555 0199", "organization", northlake.toString());
        assertThat(browser.get("/clients?q=ann").body()).contains("Ann Bell");
        assertThat(browser.get("/clients?organization=" + riverside).body())
                .contains("Jordan Ellis")
                .doesNotContain("Ann Bell");
    }

    @Test
    void namesAreTextOnEveryPage() {
        ClientId hostile = clients.register(riverside, HOSTILE, "", "555 0177", priya.id(), List.of(lee.id()), null);
        Browsing browser = signedIn(priya);
        for (String path :
                List.of("/clients", "/clients?q=mark", "/clients/" + hostile, "/clients/" + hostile + "?added")) {
            if (!path.contains("q=")) {
                assertThat(browser.get(path).body()).contains("MARK");
            }
            assertThat(browser.get(path).body())
                    .doesNotContain("<script>alert")
                    .doesNotContain("\"'>")
                    .doesNotContain("49MARK");
        }
        browser.get("/clients/import");
        assertThat(browser.post("/clients/import/preview", "csv", "\"" + HOSTILE.replace("\"", "\"\"") + "\",nonsense")
                        .body())
                .contains("MARK")
                .doesNotContain("<script>alert")
                .doesNotContain("49MARK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clients?after=abc",
                "/clients?after=%00",
                "/clients?after=00000000-0000-0000-0000-000000000000",
                "/clients?organization=abc",
                "/clients/abc",
                "/clients/%00"
            })
    void whatIsNowhereIsNotFound(String path) {
        assertThat(signedIn(priya).get(path).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%25",
                "_",
                "%27",
                "%5C",
                "%2B",
                "%20%20",
                "a%20b%20c%20d%20e%20f%20g%20h%20i%20j",
                "%F0%9F%98%80"
            })
    void aSearchMayHoldAnything(String query) {
        HttpResponse<String> answer = signedIn(priya).get("/clients?q=" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(signedIn(priya).get("/clients?q=%00").statusCode()).isEqualTo(400);
        assertThat(signedIn(priya).get("/clients?q=" + LONG.substring(0, 500)).statusCode())
                .isEqualTo(400);
    }

    /** A module above shows what it has of a client, to those for whom it has something. */
    @Test
    void aModuleAboveHasAPanelOnTheRecord() {
        ClientId paneled = clients.register(riverside, TestPanel.NAME, "", "555 0133", priya.id(), List.of(), null);
        assertThat(signedIn(priya).get("/clients/" + paneled).body()).contains("A panel for Priya Nair");
        assertThat(signedIn(priya).get("/clients/" + jordan).body()).doesNotContain("A panel for");
    }

    private static String withoutToken(HttpResponse<String> page) {
        return page.body().replaceAll("\"[A-Za-z0-9_-]{60,}\"", "");
    }

    private static String link(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replaceAll("(?s).*value=\"http://[^/]+(/invitations/[^\"]+)\".*", "$1");
    }

    private static void assertWrong(HttpResponse<String> answer, List<String> fields, String... kept) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browsing.wrongFields(answer)).containsExactlyElementsOf(fields);
        assertThat(answer.body()).contains(kept).containsOnlyOnce("autofocus=");
    }

    private Browsing signedIn(Person person) {
        Browsing browser = new Browsing(port);
        browser.signIn(person.email(), Staff.PASSWORD);
        return browser;
    }
}
