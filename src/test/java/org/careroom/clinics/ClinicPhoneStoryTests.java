package org.careroom.clinics;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.clinics.TestClinics.Clinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Staff of a clinic on a phone, which has no left column: all of the clinic's places are in reach. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class ClinicPhoneStoryTests {

    @Autowired
    private TestClinics clinics;

    @Autowired
    private RoomSettings settings;

    @LocalServerPort
    private int port;

    @Test
    void roomsAreReachedFromTheWaitingAreaAndFromMyClinics() {
        Clinic clinic = clinics.open();
        clinic.meetingRoom("Handover", false);
        settings.addUserRoom(clinic.amara(), clinic.slug(), clinic.maya().email());
        Page page = Visitor.onPhone(port, clinic.maya()).page();
        page.navigate("/clinics");
        place(page, "Handover").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Handover"))).isVisible();
        page.navigate("/clinics?all");
        assertNoneScrollsSideways(page);
        place(page, clinic.maya().name()).click();
        assertThat(page.getByRole(AriaRole.HEADING, named(clinic.maya().name())))
                .isVisible();
        page.navigate("/clinics/" + clinic.slug() + "/waiting-area");
        assertNoneScrollsSideways(page);
        assertThat(place(page, "Waiting area")).hasAttribute("aria-current", "page");
    }

    private static Locator place(Page page, String name) {
        return page.getByRole(
                        AriaRole.NAVIGATION,
                        new Page.GetByRoleOptions().setName("Heart Clinic: waiting area and rooms"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setLevel(1);
    }

    private static void assertNoneScrollsSideways(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .isEqualTo(0);
    }
}
