package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        Browsing browser = new Browsing(port);
        browser.signIn(who.email(), Staff.PASSWORD);
        return browser.get(address).body();
    }
}
