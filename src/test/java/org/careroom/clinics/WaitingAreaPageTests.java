package org.careroom.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.clinics.TestClinics.Clinic;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the pages of a waiting area say to patients who come in, and to staff while nobody can. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class WaitingAreaPageTests {

    @Autowired
    private TestClinics clinics;

    @Autowired
    private ClinicSettings settings;

    @LocalServerPort
    private int port;

    private Clinic clinic;

    @BeforeEach
    void open() {
        clinic = clinics.open();
    }

    private String dashboard(Person who) {
        Browsing browser = new Browsing(port);
        browser.signIn(who.email(), Staff.PASSWORD);
        return browser.get("/clinics/" + clinic.slug() + "/waiting-area").body();
    }

    @Test
    void patientsAreToldWhatMayStayEmpty() {
        String page = new Browsing(port).get("/w/" + clinic.slug()).body();
        assertThat(page).contains("<div class=\"form-text\" id=\"answers[0]-help\">(optional)</div>");
        assertThat(page).containsOnlyOnce("(optional)");
    }

    @Test
    void aWaitingAreaThatIsOffSaysSoAndWhoAdministersIsLedToTheSwitch() {
        assertThat(dashboard(clinic.amara())).contains("Nobody is waiting.").doesNotContain("is switched off");
        ClinicDescription in = settings.of(clinic.amara(), clinic.slug()).description();
        settings.describe(
                clinic.amara(),
                clinic.slug(),
                ClinicDescription.beginning(in.name(), in.slug(), in.zone()),
                in.digest());
        assertThat(dashboard(clinic.amara()))
                .contains("The waiting area is switched off.", "Switch it on in the settings")
                .doesNotContain("Nobody is waiting.");
        assertThat(dashboard(clinic.maya()))
                .contains("The waiting area is switched off.")
                .doesNotContain("Switch it on in the settings");
    }
}
