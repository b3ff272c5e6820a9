package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.people.Invitations;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the operator does, and that it can be seen who did it and when (product 1). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class InstallationTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Installation installation;

    @Autowired
    private MemberInvitations memberInvitations;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Members members;

    @Autowired
    private SettingsLog log;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person amara;
    private Person olga;

    @BeforeEach
    void staff() {
        riverside = staff.organization(Plan.FREE);
        amara = staff.admin(riverside, "Amara Diallo");
        olga = staff.operator("Olga Operator");
    }

    @Test
    void everyChangeOfTheInstallationShowsWhoMadeItAndWhen() {
        Person sam = staff.member(riverside, "Sam Okafor");
        String name = "Northlake " + UUID.randomUUID();
        installation.found(olga, name, Plan.PREMIUM, "chris." + UUID.randomUUID() + "@example.org");
        installation.makePremium(olga, sam.email(), true);
        installation.makePremium(olga, sam.email(), true);
        installation.makePremium(olga, sam.email(), false);
        assertThat(log.ofInstallation(olga).subList(0, 3))
                .allSatisfy(change -> assertThat(change.by()).isEqualTo("Olga Operator"))
                .extracting(change -> change.what().key())
                .containsExactly(
                        "change.installation.premium-ended",
                        "change.installation.premium",
                        "change.installation.found");
        assertThat(page(olga, "/settings/installation"))
                .contains("Made the organization " + name + ": Premium")
                .contains("Ended premium of the account " + sam.email())
                .contains("Olga Operator");
        assertThatThrownBy(() -> log.ofInstallation(amara)).isInstanceOf(NotFound.class);
    }

    @Test
    void theOperatorHelpsThoseWhomNoAdminCan() {
        Person sam = staff.member(riverside, "Sam Okafor");
        members.enroll(staff.organization(Plan.FREE), sam.id(), Level.MEMBER, "", Set.of());
        Person nowhere = staff.person("Nora Nowhere");
        Browsing operator = signedIn(olga);
        operator.get("/settings/installation");
        for (Person person : List.of(sam, nowhere, amara)) {
            String answer = operator.post("/settings/installation/password-link", "linkEmail", person.email())
                    .body();
            String link = answer.replaceFirst("(?s).*(/password/[A-Za-z0-9_-]{43}).*", "$1");
            assertThat(new Browsing(port).get(link).statusCode()).isEqualTo(200);
        }
        assertThat(log.ofInstallation(olga).subList(0, 3))
                .allSatisfy(change -> assertThat(change.what().key()).isEqualTo("change.installation.password-link"));
        assertThat(page(amara, "/settings/changes")).contains("Made a link for a new password of Sam Okafor");
        assertThat(operator.post("/settings/installation/password-link", "linkEmail", olga.email())
                        .statusCode())
                .isEqualTo(400);
        assertThat(operator.post("/settings/installation/password-link", "linkEmail", "nobody@example.org")
                        .body())
                .contains("no account with this address")
                .contains("value=\"nobody@example.org\"");
    }

    @Test
    void anAdminIsToldWhoMakesTheLinkWhereNoMailIsSent() {
        Person sam = staff.member(riverside, "Sam Okafor");
        members.enroll(staff.organization(Plan.FREE), sam.id(), Level.MEMBER, "", Set.of());
        String address = "/settings/team/" + staff.id(riverside, sam);
        assertThat(page(amara, address))
                .contains("belongs to another organization too")
                .contains("This installation sends no mail. Ask whoever looks after the installation")
                .doesNotContain("by mail: on the sign-in page");
        Browsing admin = signedIn(amara);
        HttpResponse<String> refused = admin.post(address + "/password-link");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("belongs to another organization too")
                .contains("whoever looks after the installation makes one");
    }

    @Test
    void theOrganizationsPageShowsWhoChangedItAndWhen() {
        installation.use(olga, riverside, Plan.PREMIUM);
        assertThat(page(amara, "/settings/organization"))
                .containsPattern("Set the plan of Organization [^ ]+ to Premium")
                .contains("Olga Operator");
        assertThat(page(amara, "/settings/changes")).contains("Olga Operator");
    }

    @Test
    void aDeclinedInvitationLeavesATrace() {
        String email = "nia." + UUID.randomUUID() + "@example.org";
        String link = memberInvitations.invite(amara, riverside, email, "Nia").link();
        invitations.decline(link.replaceFirst(".*/", ""));
        assertThat(log.changes(amara, riverside, null).items()).first().satisfies(change -> {
            assertThat(change.what().key()).isEqualTo("change.member.declined");
            assertThat(change.by()).isNull();
        });
        assertThat(page(amara, "/settings/changes")).contains(email + " declined the invitation");
    }

    private String page(Person who, String address) {
        return signedIn(who).get(address).body();
    }

    private Browsing signedIn(Person who) {
        Browsing browser = new Browsing(port);
        browser.signIn(who.email(), Staff.PASSWORD);
        return browser;
    }
}
