package org.careroom.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.clinics.TestClinics.Clinic;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The members on the page of a clinic's settings, and the way there. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ClinicMembersPageTests {

    @Autowired
    private TestClinics clinics;

    @Autowired
    private Staff staff;

    @LocalServerPort
    private int port;

    private Clinic clinic;
    private String address;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        address = "/clinics/" + clinic.slug();
    }

    private Browsing signedIn(Person who) {
        Browsing browser = new Browsing(port);
        browser.signIn(who.email(), Staff.PASSWORD);
        browser.get(address);
        return browser;
    }

    @Test
    void thatSomebodyIsTheOnlyAdministratorIsToldAtTheirRow() {
        Browsing amara = signedIn(clinic.amara());
        HttpResponse<String> changed =
                amara.post(address + "/members", "email", clinic.amara().email(), "role", "TEAM_MEMBER");
        assertThat(changed.statusCode()).isEqualTo(400);
        assertThat(Browsing.wrongFields(changed)).containsExactly("member-0-role");
        assertThat(changed.body()).containsOnlyOnce("They are the only administrator");
        HttpResponse<String> removed =
                amara.post(address + "/members/" + clinic.amara().id() + "/remove");
        assertThat(removed.statusCode()).isEqualTo(400);
        assertThat(Browsing.wrongFields(removed)).containsExactly("member-0-role");
    }

    @Test
    void whoIsAMemberIsNotOfferedAgain() {
        Person nora = staff.member(clinic.organization(), "Nora Newcomer");
        String page = signedIn(clinic.amara()).get(address).body();
        String offered = page.substring(page.indexOf("id=\"email\""));
        offered = offered.substring(0, offered.indexOf("</select>"));
        assertThat(offered).contains(nora.email());
        assertThat(offered).doesNotContain(clinic.amara().email(), clinic.maya().email());
    }

    @Test
    void whoManagesTheClinicButIsNoMemberIsLedToItsSettings() {
        Person ann = staff.admin(clinic.organization(), "Ann Admin");
        Browsing browser = signedIn(ann);
        HttpResponse<String> refused = browser.get(address + "/waiting-area");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("href=\"" + address + "\"");
        assertThat(browser.get(address).body()).contains("<option value=\"" + ann.email() + "\"");
    }
}
