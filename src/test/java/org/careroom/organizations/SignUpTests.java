package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.careroom.AtOnce;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.people.Accounts;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Asking to join: by code or mail domain, waiting, and being let in (product 1). */
@CareroomTest
@RecordApplicationEvents
@SuppressWarnings("NullAway.Init")
class SignUpTests {

    private static final String PASSWORD = "four words that rhyme";

    @Autowired
    private Staff staff;

    @Autowired
    private OrganizationSettings organizationSettings;

    @Autowired
    private Approvals approvals;

    @Autowired
    private MemberInvitations memberInvitations;

    @Autowired
    private MemberSettings settings;

    @Autowired
    private PermissionSettings permissions;

    @Autowired
    private Members members;

    @Autowired
    private MemberList list;

    @Autowired
    private People people;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person amara;
    private String code;
    private String domain;

    @BeforeEach
    void riverside() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        code = "R" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        domain = "d" + UUID.randomUUID() + ".example";
        organizationSettings.change(amara, riverside, "Riverside " + code, code, "");
        organizationSettings.useMailDomain(staff.operator("Olga Operator"), riverside, domain);
    }

    @Test
    void whoGivesTheCodeWaitsAndSeesNothingOfTheOrganization() {
        String email = "pat." + UUID.randomUUID() + "@example.org";
        Browsing browser = new Browsing(port);
        ask(browser, email, code.toLowerCase(Locale.ROOT));
        Person pat = people.findByEmail(email).orElseThrow();
        assertThat(staff.membership(pat, riverside).status()).isEqualTo(Status.PENDING);
        assertThat(Browsing.location(browser.signIn(email, PASSWORD))).isEqualTo("/");
        assertThat(Browsing.location(browser.get("/"))).isEqualTo("/waiting");
        for (String address : List.of("/rooms", "/rooms?show=closed", "/rooms/new")) {
            assertThat(Browsing.location(browser.get(address))).as(address).isEqualTo("/waiting");
        }
        assertThat(browser.get("/rooms", "Accept", "application/json").body()).contains("\"rooms\":[]");
        assertThat(browser.get("/waiting").body())
                .contains("Waiting for approval")
                .doesNotContain("Riverside");
        assertThat(browser.get("/profile").body()).doesNotContain("Riverside");
        assertThat(Browsing.location(browser.get("/settings"))).isEqualTo("/profile");
    }

    @Test
    void anAddressOfTheMailDomainNeedsNoCode() {
        String email = "pat@" + domain;
        ask(new Browsing(port), email, "");
        Person pat = people.findByEmail(email).orElseThrow();
        assertThat(staff.membership(pat, riverside).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void theAnswerIsTheSameWhateverThereIs() {
        String fresh = "pat." + UUID.randomUUID() + "@example.org";
        String unknownCode = "UNKNOWN-" + UUID.randomUUID().toString().substring(0, 8);
        for (String[] asked : List.of(
                new String[] {fresh, code},
                new String[] {"x." + fresh, unknownCode},
                new String[] {"y." + fresh, ""},
                new String[] {amara.email(), code},
                new String[] {amara.email(), unknownCode})) {
            ask(new Browsing(port), asked[0], asked[1]);
        }
        Browsing member = new Browsing(port);
        member.signIn("x." + fresh, PASSWORD);
        assertThat(Browsing.location(member.get("/"))).isEqualTo("/waiting");
    }

    @Test
    void aPremiumAccountOfNoOrganizationMakesRoomsAndDoesNotWait() {
        Person pat = staff.person("Pat Morgan");
        accounts.makePremium(staff.operator("Olga Operator"), pat.id(), true);
        Browsing browser = new Browsing(port);
        browser.signIn(pat.email(), Staff.PASSWORD);
        assertThat(Browsing.location(browser.get("/"))).isEqualTo("/rooms");
        assertThat(browser.get("/rooms").body()).contains("Start a chat");
    }

    @Test
    void anExistingAccountKeepsItsPasswordAndGetsNoMembership() {
        Person nora = staff.member(staff.organization(Plan.FREE), "Nora Elsewhere");
        ask(new Browsing(port), nora.email(), code);
        assertThat(members.of(nora.id())).hasSize(1);
        assertThat(new Browsing(port).signIn(nora.email(), PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(new Browsing(port).signIn(nora.email(), Staff.PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void somebodySignedInAsksWithTheCodeAlone() {
        Person nora = staff.member(staff.organization(Plan.FREE), "Nora Elsewhere");
        Browsing browser = new Browsing(port);
        browser.signIn(nora.email(), Staff.PASSWORD);
        assertThat(Browsing.location(browser.post("/signup", "code", code))).isEqualTo("/signup?asked");
        assertThat(staff.membership(nora, riverside).status()).isEqualTo(Status.PENDING);
        Person jordan = staff.client("Jordan Ellis");
        Browsing client = new Browsing(port);
        client.signIn(jordan.email(), Staff.PASSWORD);
        assertThat(Browsing.location(client.post("/signup", "code", code))).isEqualTo("/signup?asked");
        assertThat(members.of(jordan.id())).isEmpty();
    }

    @Test
    void whatIsTypedWronglyIsToldAtItsFieldAndKept() {
        Browsing browser = new Browsing(port);
        browser.get("/signup");
        HttpResponse<String> answer =
                browser.post("/signup", "name", "Pat <b>", "email", "nonsense", "password", PASSWORD, "code", "abc");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("not an e-mail address")
                .contains("value=\"Pat &lt;b&gt;\"")
                .contains("value=\"abc\"")
                .doesNotContain(PASSWORD);
    }

    @Test
    void severalTickedAreApprovedAndTheOthersStillWait() {
        MemberId pat = waiting("Pat Morgan");
        MemberId kim = waiting("Kim Lee");
        MemberId lou = waiting("Lou Berg");
        MemberId elsewhere = members.waiting(
                staff.organization(Plan.FREE), staff.person("Eli Other").id());
        assertThat(approvals.approve(amara, riverside, Set.of(pat, kim, elsewhere)))
                .isEqualTo(2);
        assertThat(list.all(amara, riverside, Status.PENDING))
                .extracting(MemberRow::id)
                .containsExactly(lou);
        assertThat(events.stream(MemberApproved.class)).hasSize(2);
        assertThat(approvals.deny(amara, riverside, Set.of(pat, lou))).isEqualTo(1);
        assertThat(list.all(amara, riverside, Status.ACTIVE)).hasSize(3);
        assertThat(list.all(amara, riverside, Status.PENDING)).isEmpty();
    }

    @Test
    void whoIsApprovedNeedsNoInvitationAnyMoreAndGetsNothingThatItPromised() {
        Person pat = staff.person("Pat Morgan");
        IssuedInvitation issued = memberInvitations.invite(amara, riverside, pat.email(), "Pat");
        MemberId invited = list.all(amara, riverside, Status.INVITED).get(0).id();
        settings.describe(amara, invited, "Coordinator", Level.ADMIN);
        permissions.change(amara, invited, Set.of(Permission.SET_UP_CASES), false);
        MemberId waiting = members.waiting(riverside, pat.id());
        approvals.approve(amara, riverside, Set.of(waiting));
        Membership membership = staff.membership(pat, riverside);
        assertThat(membership.admin()).isFalse(); // that the address is theirs was proved by no link
        assertThat(membership.permissions()).isEmpty();
        assertThat(list.page(amara, riverside, null, pat.email(), null).items()).hasSize(1);
        assertThat(new Browsing(port)
                        .get("/invitations/" + issued.link().replaceFirst(".*/", ""))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void approvedAndDeniedAtOnceSomebodyGetsOneAnswer() throws Exception {
        MemberId pat = waiting("Pat Morgan");
        Person bo = staff.admin(riverside, "Bo Larsen");
        int[] answered = new int[2];
        assertThat(AtOnce.run(
                        () -> answered[0] = approvals.approve(amara, riverside, Set.of(pat)),
                        () -> answered[1] = approvals.deny(bo, riverside, Set.of(pat))))
                .isEmpty();
        assertThat(answered[0] + answered[1]).isEqualTo(1);
    }

    private MemberId waiting(String name) {
        return members.waiting(riverside, staff.person(name).id());
    }

    /** Signs up, and the answer has to be the one that everybody gets. */
    private static void ask(Browsing browser, String email, String code) {
        browser.get("/signup");
        HttpResponse<String> answer =
                browser.post("/signup", "name", "Pat Morgan", "email", email, "password", PASSWORD, "code", code);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browsing.location(answer)).isEqualTo("/signup?asked");
        assertThat(browser.get("/signup?asked").body())
                .contains("Until one approves")
                .contains("Go on")
                .doesNotContain("Back to Sign in");
    }
}
