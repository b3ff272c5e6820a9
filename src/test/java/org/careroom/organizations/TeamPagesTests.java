package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The form of a team, as a browser without scripts uses it: saving what it shows changes nothing. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class TeamPagesTests {

    private static final Pattern TICKED =
            Pattern.compile("<input type=\"checkbox\" name=\"person\" value=\"([^\"]+)\" checked");

    @Autowired
    private Staff staff;

    @Autowired
    private Members members;

    @Autowired
    private MemberSettings settings;

    @Autowired
    private Teams teams;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person amara;
    private Person sam;
    private Browsing browser;

    @BeforeEach
    void signIn() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        sam = staff.member(riverside, "Sam Okafor");
        browser = new Browsing(port);
        browser.signIn(amara.email(), Staff.PASSWORD);
    }

    @Test
    void colleaguesOfTwoOrganizationsAreOfferedAndStayWhenTheTeamIsSaved() {
        for (int further = 0; further < 5; further++) {
            OrganizationId northlake = staff.organization(Plan.FREE);
            members.enroll(northlake, amara.id(), Level.MEMBER, "", Set.of());
            members.enroll(northlake, sam.id(), Level.MEMBER, "", Set.of());
        }
        TeamId team = teams.create(amara, riverside, "Surgeons", true, Set.of(amara.id(), sam.id()));
        saveAsShown(team);
        assertThat(teams.team(amara, team).people()).containsExactlyInAnyOrder(amara.id(), sam.id());
        assertThat(members.colleaguesIn(amara, riverside))
                .extracting(Colleague::organization)
                .containsExactly(riverside);
    }

    @Test
    void whoIsDeactivatedStaysInATeamUntilTheyAreTakenOut() {
        TeamId team = teams.create(amara, riverside, "Surgeons", true, Set.of(sam.id()));
        settings.deactivate(amara, staff.id(riverside, sam), "");
        assertThat(browser.get("/settings/teams/" + team).body()).contains("no longer an active member");
        saveAsShown(team);
        assertThat(teams.team(amara, team).people()).containsExactly(sam.id());
        browser.post("/settings/teams/" + team, "name", "Surgeons", "shared", "true");
        assertThat(teams.team(amara, team).people()).isEmpty();
        assertThat(browser.get("/settings/teams/" + team).body()).doesNotContain("Sam Okafor");
    }

    @Test
    void onlyMembersLearnWhoIsInAnOrganization() {
        Person nora = staff.member(staff.organization(Plan.FREE), "Nora Elsewhere");
        assertThatThrownBy(() -> members.colleaguesIn(nora, riverside)).isInstanceOf(NotFound.class);
    }

    private void saveAsShown(TeamId team) {
        String form = browser.get("/settings/teams/" + team).body();
        List<String> fields = new ArrayList<>(List.of("name", "Surgeons", "shared", "true"));
        TICKED.matcher(form).results().forEach(ticked -> fields.addAll(List.of("person", ticked.group(1))));
        assertThat(browser.post("/settings/teams/" + team, fields.toArray(String[]::new))
                        .statusCode())
                .isEqualTo(302);
    }
}
