package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The settings pages as a browser without scripts uses them. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class SettingsPagesTests {

    private static final Set<Permission> CHAT_AND_ITS_NEEDS = EnumSet.of(
            Permission.SEARCH_CLIENTS,
            Permission.SEE_CLIENTS,
            Permission.ACCESS_CONVERSATIONS,
            Permission.ORGANIZATION_CHAT);

    @Autowired
    private Staff staff;

    @Autowired
    private OnlyOne onlyOne;

    @Autowired
    private Members members;

    @Autowired
    private MemberInvitations invitations;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person amara;
    private Person sam;
    private String page;
    private Browsing browser;

    @BeforeEach
    void signIn() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        sam = staff.member(riverside, "Sam Okafor");
        page = "/settings/team/" + staff.id(riverside, sam);
        browser = new Browsing(port);
        browser.signIn(amara.email(), Staff.PASSWORD);
    }

    @Test
    void thePermissionsHaveTheWordsOfTheirOrigin() {
        assertThat(browser.get(page + "/permissions").body())
                .contains(">Can search across all clients in the organization</label>")
                .contains(">Sees all clients in the organization on the &quot;Clients Page&quot;</label>")
                .contains(">Can access all chat conversation of all org members</label>")
                .contains(">Organization Chat</label>");
    }

    @Test
    void organizationChatIsBlockedUntilWhatItNeedsIsSaved() {
        assertThat(blocked(browser.get(page + "/permissions"))).isTrue();
        HttpResponse<String> forced = browser.post(page + "/permissions", "permission", "ORGANIZATION_CHAT");
        assertThat(forced.statusCode()).isEqualTo(400);
        assertThat(forced.body()).contains("cannot be turned on yet");
        assertThat(permissions()).isEmpty();
        save("SEARCH_CLIENTS", "SEE_CLIENTS", "ACCESS_CONVERSATIONS");
        assertThat(blocked(browser.get(page + "/permissions"))).isFalse();
        save("SEARCH_CLIENTS", "SEE_CLIENTS", "ACCESS_CONVERSATIONS", "ORGANIZATION_CHAT");
        assertThat(permissions()).isEqualTo(CHAT_AND_ITS_NEEDS);
    }

    @Test
    void onlyWhatIsMissingIsNamed() {
        String answer = browser.post(
                        page + "/permissions",
                        "permission",
                        "SEARCH_CLIENTS",
                        "permission",
                        "ACCESS_CONVERSATIONS",
                        "permission",
                        "ORGANIZATION_CHAT")
                .body();
        assertThat(answer.replace("&quot;", "\""))
                .contains("Turn on too: Sees all clients in the organization on the \"Clients Page\".");
        assertThat(browser.post(page + "/permissions", "permission", "ORGANIZATION_CHAT")
                        .body()
                        .replace("&quot;", "\""))
                .contains(
                        "Turn on too: Can search across all clients in the organization; Sees all clients in the"
                                + " organization on the \"Clients Page\"; Can access all chat conversation of all org members.");
    }

    @Test
    void turningOffWhatOrganizationChatNeedsSaysSoFirst() {
        save("SEARCH_CLIENTS", "SEE_CLIENTS", "ACCESS_CONVERSATIONS", "ORGANIZATION_CHAT");
        String[] without = {
            "permission", "SEARCH_CLIENTS", "permission", "SEE_CLIENTS", "permission", "ORGANIZATION_CHAT"
        };
        HttpResponse<String> asked = browser.post(page + "/permissions", without);
        assertThat(asked.body()).contains("Organization Chat is turned off too").contains("Turn off both");
        assertThat(permissions()).isEqualTo(CHAT_AND_ITS_NEEDS);
        browser.post(
                page + "/permissions",
                "confirmed",
                "true",
                "permission",
                "SEARCH_CLIENTS",
                "permission",
                "SEE_CLIENTS");
        assertThat(permissions()).containsExactly(Permission.SEARCH_CLIENTS, Permission.SEE_CLIENTS);
        assertThat(browser.get("/settings/changes").body())
                .contains("Turned off for Sam Okafor: Organization Chat")
                .contains("Amara Diallo");
    }

    @Test
    void aPermissionSetIsSavedAndApplied() {
        save("SET_UP_CASES", "BUILD_WORKFLOWS");
        browser.post(page + "/permissions/save-set", "name", "Coordinators");
        assertThat(browser.get("/settings/permission-sets").body()).contains("Coordinators");
        Person lee = staff.member(riverside, "Lee Tran");
        String other = "/settings/team/" + staff.id(riverside, lee) + "/permissions";
        String form = browser.get(other).body();
        String set = form.replaceFirst("(?s).*<option value=\"([0-9a-f-]{36})\">Coordinators.*", "$1");
        browser.post(other + "/apply", "set", set);
        assertThat(staff.membership(lee, riverside).permissions())
                .containsExactly(Permission.SET_UP_CASES, Permission.BUILD_WORKFLOWS);
    }

    @Test
    void anAdminHasFiveToSevenWithoutAskingAndOrganizationChatOnlyIfSet() {
        Membership admin = staff.membership(amara, riverside);
        assertThat(admin.permissions()).isEmpty();
        assertThat(EnumSet.allOf(Permission.class).stream().filter(admin::may))
                .containsExactly(Permission.SET_UP_CASES, Permission.BUILD_WORKFLOWS, Permission.MANAGE_CLINICS);
    }

    @Test
    void anOverlongOrUnstorableJobRoleIsRefusedAndKept() {
        HttpResponse<String> answer = browser.post(page, "level", "MEMBER", "jobRole", "x".repeat(121));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("At most 120").contains("x".repeat(121));
        assertThat(browser.post(page, "level", "MEMBER", "jobRole", "a\0b").statusCode())
                .isEqualTo(400);
        assertThat(staff.membership(sam, riverside).jobRole()).isEqualTo("Surgeon");
    }

    @Test
    void scriptInANameIsShownAsText() {
        Person odd = staff.member(riverside, "<script>alert(1)</script>");
        assertThat(browser.get("/settings/team").body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
        assertThat(browser.get("/settings/team/" + staff.id(riverside, odd)).body())
                .doesNotContain("<script>alert");
    }

    @Test
    void deactivatingNamesWhatIsLeftAndAsksForASuccessor() {
        onlyOne.let(sam);
        assertThat(browser.get(page + "/deactivate").body())
                .contains("alone is responsible for what is listed here. Choose who takes over.")
                .contains(amara.email());
        HttpResponse<String> without = browser.post(page + "/deactivate", "successor", "");
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("Choose an active member who takes over");
        assertThat(browser.post(page + "/deactivate", "successor", amara.email())
                        .statusCode())
                .isEqualTo(302);
        assertThat(members.isActive(sam.id(), riverside)).isFalse();
        assertThat(browser.get(page).body()).contains("Reactivate");
    }

    @Test
    void deactivatingOffersToWithdrawTheInvitationsThatThePersonMade() {
        Person bo = staff.admin(riverside, "Bo Larsen");
        String ofBo = "/settings/team/" + staff.id(riverside, bo);
        invitations.invite(bo, riverside, "kept." + bo.email(), "Kim Kept");
        invitations.invite(bo, riverside, "gone." + bo.email(), "Gil Gone");
        invitations.invite(amara, riverside, "other." + bo.email(), "Oda Other");
        String form = browser.get(ofBo + "/deactivate").body();
        assertThat(form).contains("Kim Kept").contains("Gil Gone").doesNotContain("Oda Other");
        assertThat(form.split("name=\"withdraw\"[^>]*checked", -1)).hasSize(3);
        String gone = form.replaceFirst("(?s).*value=\"([0-9a-f-]{36})\"[^>]*>\\s*<label[^>]*><bdi>Gil Gone.*", "$1");
        assertThat(browser.post(ofBo + "/deactivate", "withdraw", gone).statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/settings/team/invitations").body())
                .contains("Kim Kept")
                .contains("Oda Other")
                .doesNotContain("Gil Gone");
    }

    @Test
    void reactivatingSaysWhichLevelAndPermissionsComeBack() {
        Person bo = staff.admin(riverside, "Bo Larsen", Permission.SEARCH_CLIENTS);
        String ofBo = "/settings/team/" + staff.id(riverside, bo);
        browser.post(ofBo + "/deactivate");
        assertThat(browser.get(ofBo).body())
                .containsPattern("Level that comes back:</span> <b>Admin</b>")
                .contains("Can search across all clients in the organization");
    }

    @Test
    void anAdminHandsOverALinkForAForgottenPassword() {
        String answer = browser.post(page + "/password-link").body();
        String link = answer.replaceFirst("(?s).*(/password/[A-Za-z0-9_-]{43}).*", "$1");
        Browsing other = new Browsing(port);
        other.get(link);
        assertThat(Browsing.location(other.post(link, "password", "four words that rhyme")))
                .isEqualTo("/login?password-set");
        assertThat(other.get(link).statusCode()).isEqualTo(404);
        assertThat(Browsing.location(other.signIn(sam.email(), "four words that rhyme")))
                .isEqualTo("/");
    }

    @Test
    void whoIsInSeveralOrganizationsChoosesWhoseSettingsAreShown() {
        OrganizationId northlake = staff.organization(Plan.FREE);
        members.enroll(northlake, amara.id(), Level.ADMIN, "", Set.of());
        Person chris = staff.member(northlake, "Chris Walker");
        assertThat(browser.get("/settings/team?organization=" + northlake).body())
                .contains(chris.name())
                .doesNotContain(sam.email());
        assertThat(browser.get("/settings/team").body()).contains(chris.name()).doesNotContain(sam.email());
        assertThat(browser.get("/settings/team?organization=" + riverside).body())
                .contains(sam.email());
    }

    @Test
    void aCodeOrMailDomainOfAnotherOrganizationCannotBeUsed() {
        Browsing other = new Browsing(port);
        Person nora = staff.admin(staff.organization(Plan.FREE), "Nora Elsewhere");
        other.signIn(nora.email(), Staff.PASSWORD);
        String code = "CODE-"
                + riverside.toString().toUpperCase(java.util.Locale.ROOT).substring(0, 30);
        assertThat(browser.post("/settings/organization", "name", "Riverside", "code", code, "mailDomain", "")
                        .statusCode())
                .isEqualTo(302);
        HttpResponse<String> taken =
                other.post("/settings/organization", "name", "Northlake", "code", code, "mailDomain", "");
        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(taken.body()).contains("This cannot be used").contains("value=\"" + code);
    }

    @Test
    void emptyAndUnknownPermissionsAreNoneOrBadInput() {
        for (String address : List.of(page + "/permissions", "/settings/permission-sets")) {
            HttpResponse<String> empty = browser.post(
                    address, "name", "Empty", "permission", "", "permission", "", "permission", "SEARCH_CLIENTS");
            assertThat(empty.statusCode()).as(address).isEqualTo(302);
            assertThat(browser.post(address, "name", "Odd", "permission", "EVERYTHING")
                            .statusCode())
                    .as(address)
                    .isEqualTo(400);
        }
        assertThat(permissions()).containsExactly(Permission.SEARCH_CLIENTS);
    }

    @Test
    void approvingAndDenyingSayHowManyItWasAndWhenItWasNobody() {
        String approve = "/settings/team/pending/approve";
        String deny = "/settings/team/pending/deny";
        MemberId pat = members.waiting(riverside, staff.person("Pat Morgan").id());
        MemberId kim = members.waiting(riverside, staff.person("Kim Lee").id());
        MemberId lou = members.waiting(riverside, staff.person("Lou Berg").id());
        assertThat(answer(approve)).contains("Tick at least one person first").doesNotContain("Approved");
        assertThat(answer(deny)).contains("Tick at least one person first");
        assertThat(answer(approve, "member", pat.toString(), "member", kim.toString()))
                .contains("Approved 2 people");
        assertThat(answer(approve, "member", pat.toString())).contains("was answered already");
        assertThat(answer(deny, "member", lou.toString())).contains("Denied one person");
        assertThat(answer(deny, "member", lou.toString())).contains("was answered already");
    }

    /** The page that the form's answer leads to. */
    private String answer(String address, String... fields) {
        return browser.get(Browsing.location(browser.post(address, fields))).body();
    }

    private void save(String... permissions) {
        String[] fields = new String[permissions.length * 2];
        for (int index = 0; index < permissions.length; index++) {
            fields[2 * index] = "permission";
            fields[2 * index + 1] = permissions[index];
        }
        assertThat(browser.post(page + "/permissions", fields).statusCode()).isEqualTo(302);
    }

    private Set<Permission> permissions() {
        return staff.membership(sam, riverside).permissions();
    }

    private static boolean blocked(HttpResponse<String> form) {
        return form.body().matches("(?s).*<input[^>]*id=\"permission-ORGANIZATION_CHAT\"[^>]*disabled=\"disabled\".*");
    }
}
