package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every address of the settings, asked by every kind of stranger to the organization: nothing, and no trace that it is there. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class StrangersTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Members members;

    @Autowired
    private MemberSettings settings;

    @Autowired
    private Teams teams;

    @Autowired
    private PermissionSets sets;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person amara;
    private Person sam;
    private MemberId pending;
    private TeamId team;
    private UUID set;

    @BeforeEach
    void riverside() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        sam = staff.member(riverside, "Sam Okafor");
        pending = members.waiting(riverside, staff.person("Pat Morgan").id());
        team = teams.create(amara, riverside, "Surgeons", true, Set.of(sam.id()));
        sets.save(amara, riverside, "Support staff", Set.of());
        set = sets.of(amara, riverside).get(0).id();
    }

    /** Addresses for admins only. */
    private List<String> adminAddresses() {
        String own = "?organization=" + riverside;
        String member = "/settings/team/" + staff.id(riverside, sam);
        return List.of(
                "GET /settings/team" + own,
                "GET /settings/team/pending" + own,
                "GET /settings/team/invitations" + own,
                "GET /settings/permission-sets" + own,
                "GET /settings/organization" + own,
                "GET /settings/changes" + own,
                "GET " + member,
                "GET " + member + "/permissions",
                "GET " + member + "/deactivate",
                "POST /settings/team/pending/approve" + own + "&member=" + pending,
                "POST /settings/team/pending/deny" + own + "&member=" + pending,
                "POST /settings/team/invitations" + own + "&email=new@example.org",
                "POST /settings/team/invitations/preview" + own + "&csv=new@example.org",
                "POST /settings/team/invitations/csv" + own + "&csv=new@example.org",
                "POST /settings/permission-sets" + own + "&name=Mine",
                "POST /settings/permission-sets/" + set + "/delete" + own,
                "POST /settings/organization" + own + "&name=Mine",
                "POST " + member + "?level=ADMIN",
                "POST " + member + "/permissions?permission=SET_UP_CASES",
                "POST " + member + "/permissions/apply?set=" + set,
                "POST " + member + "/permissions/save-set?name=Mine",
                "POST " + member + "/deactivate",
                "POST " + member + "/reactivate",
                "POST " + member + "/password-link",
                "POST " + member + "/invite-again",
                "POST " + member + "/withdraw",
                "GET /settings/installation",
                "POST /settings/installation/organizations?name=Mine&email=new@example.org",
                "POST /settings/installation/organizations/" + riverside + "/plan?plan=FREE",
                "POST /settings/installation/premium?premiumEmail=" + sam.email(),
                "POST /settings/installation/mail-domain?mailDomain=mine.example&id=" + riverside,
                "POST /settings/installation/password-link?linkEmail=" + sam.email());
    }

    /** Addresses for every active member. */
    private List<String> memberAddresses() {
        String own = "?organization=" + riverside;
        return List.of(
                "GET /settings/teams" + own,
                "GET /settings/teams/new" + own,
                "POST /settings/teams" + own + "&name=Mine",
                "GET /settings/teams/" + team,
                "POST /settings/teams/" + team + "?name=Mine",
                "POST /settings/teams/" + team + "/delete");
    }

    private Map<String, Person> strangers() {
        Person former = staff.admin(riverside, "Former Admin");
        settings.deactivate(amara, staff.id(riverside, former), "");
        Person waiting = staff.person("Wanda Waiting");
        members.waiting(riverside, waiting.id());
        Map<String, Person> strangers = new LinkedHashMap<>();
        strangers.put("pending", waiting);
        strangers.put("member elsewhere", staff.member(staff.organization(Plan.FREE), "Nora Elsewhere"));
        strangers.put("admin elsewhere", staff.admin(staff.organization(Plan.PREMIUM), "Ada Elsewhere"));
        strangers.put("client", staff.client("Jordan Ellis"));
        strangers.put("deactivated admin", former);
        return strangers;
    }

    @Test
    void noStrangerGetsAnything() {
        List<String> got = new ArrayList<>();
        strangers().forEach((kind, person) -> {
            Browsing browser = signedIn(person);
            all().forEach(address -> {
                int status = ask(browser, address).statusCode();
                if (status != 404) {
                    got.add(kind + ": " + status + " " + address);
                }
            });
        });
        assertThat(got).isEmpty();
        assertUnchanged();
    }

    @Test
    void aMemberWhoIsNoAdminGetsNothingOfTheAdmins() {
        Browsing browser = signedIn(sam);
        assertThat(adminAddresses())
                .allSatisfy(address ->
                        assertThat(ask(browser, address).statusCode()).isEqualTo(404));
        assertThat(ask(browser, "GET /settings/teams").statusCode()).isEqualTo(200);
        assertUnchanged();
    }

    @Test
    void aMemberSeesASharedTeamButDoesNotChangeAnothersTeam() {
        Browsing browser = signedIn(sam);
        assertThat(browser.get("/settings/teams").body()).contains("Surgeons").doesNotContain("Change Surgeons");
        assertThat(browser.get("/settings/teams/" + team).statusCode()).isEqualTo(404);
        assertThat(browser.post("/settings/teams/" + team, "name", "Mine").statusCode())
                .isEqualTo(404);
    }

    @Test
    void somebodySignedOutIsSentToSignIn() {
        Browsing browser = new Browsing(port);
        browser.get("/login");
        assertThat(all()).allSatisfy(address -> {
            HttpResponse<String> answer = ask(browser, address);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(Browsing.location(answer)).isEqualTo("/login");
        });
        assertUnchanged();
    }

    @Test
    void withoutTheTokenOfAPageNothingIsChanged() {
        Browsing browser = new Browsing(port);
        browser.signIn(amara.email(), Staff.PASSWORD);
        browser.forgetToken();
        assertThat(adminAddresses())
                .filteredOn(address -> address.startsWith("POST"))
                .allSatisfy(address ->
                        assertThat(ask(browser, address).statusCode()).isEqualTo(403));
        assertUnchanged();
    }

    @Test
    void anUnknownOrMadeUpIdIsNotFound() {
        Browsing browser = signedIn(amara);
        for (String id : List.of(UUID.randomUUID().toString(), "nonsense", "1", "%00")) {
            assertThat(browser.get("/settings/team/" + id).statusCode()).isIn(400, 404);
            assertThat(browser.get("/settings/teams/" + id).statusCode()).isIn(400, 404);
            assertThat(browser.get("/settings/team?organization=" + id).statusCode())
                    .isIn(400, 404);
        }
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(adminAddresses());
        all.addAll(memberAddresses());
        return all;
    }

    private void assertUnchanged() {
        assertThat(staff.membership(sam, riverside).active()).isTrue();
        assertThat(staff.membership(sam, riverside).level()).isEqualTo(Level.MEMBER);
        assertThat(staff.membership(sam, riverside).permissions()).isEmpty();
        assertThat(staff.membership(sam, riverside).plan()).isEqualTo(Plan.PREMIUM);
        assertThat(staff.membership(sam, riverside).organizationName()).startsWith("Organization ");
        assertThat(sets.of(amara, riverside)).extracting(PermissionSet::name).containsExactly("Support staff");
        assertThat(teams.visibleTo(amara)).extracting(Team::name).containsExactly("Surgeons");
        assertThat(staff.again(sam).premium()).isFalse();
    }

    private Browsing signedIn(Person person) {
        Browsing browser = new Browsing(port);
        browser.signIn(person.email(), Staff.PASSWORD);
        return browser;
    }

    private static HttpResponse<String> ask(Browsing browser, String address) {
        String path = address.substring(address.indexOf(' ') + 1);
        return address.startsWith("GET") ? browser.get(path) : browser.post(path);
    }
}
