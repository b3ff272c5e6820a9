package org.careroom.clinics;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.UUID;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.clinics.TestClinics.Clinic;
import org.careroom.clinics.TestClinics.Patient;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What axe finds on the pages of clinics, light and dark, for staff and on a patient's phone: nothing (WCAG 2.2 AA). */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class ClinicAccessibilityStoryTests {

    @Autowired
    private TestClinics clinics;

    @Autowired
    private Callers callers;

    @Autowired
    private RoomSettings settings;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void staff(ColorScheme scheme) {
        Clinic clinic = clinics.open();
        ClinicRoomId handover = clinic.meetingRoom("Handover", false);
        settings.addUserRoom(clinic.amara(), clinic.slug(), clinic.amara().email());
        Patient jordan = clinic.enters("Jordan", "Ellis");
        callers.notify(clinic.maya(), clinic.slug(), jordan.consultation(), "Nearly there.");
        callers.note(clinic.maya(), clinic.slug(), jordan.consultation(), "Needs an interpreter");
        Page page = Visitor.signedIn(clinic.amara(), Visitor.options(port).setColorScheme(scheme))
                .page();
        String base = "/clinics/" + clinic.slug();
        for (String address : List.of(
                "/clinics?all",
                base,
                base + "/waiting-area",
                base + "/waiting-area/" + jordan.consultation(),
                base + "/rooms/" + handover)) {
            page.navigate(address);
            assertNothingFound(page, address);
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Guest link"))
                .click();
        assertThat(page.locator(".guest-link-made")).isVisible();
        assertNothingFound(page, "a guest link");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void patients(ColorScheme scheme) {
        Clinic clinic = clinics.open();
        Page page =
                Browsers.newPage(Visitor.options(port).setViewportSize(360, 740).setColorScheme(scheme));
        page.navigate("/w/" + clinic.slug());
        assertNothingFound(page, "the beginning");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start video call"))
                .click();
        assertNothingFound(page, "camera and microphone");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue"))
                .click();
        assertNothingFound(page, "who they are");
        page.getByLabel("First name").fill("Jordan");
        page.getByLabel("Last name").fill("Ellis");
        page.getByLabel("Phone").fill("0400 555 019");
        page.getByLabel("I have read this and agree").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enter waiting area"))
                .click();
        assertThat(page.locator("careroom-waiting")).isVisible();
        assertNothingFound(page, "waiting");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.navigate("/w/" + clinic.slug() + "/ended");
        assertNothingFound(page, "the end");
        Browsers.pardon("404");
        page.navigate("/g/" + UUID.randomUUID());
        assertNothingFound(page, "a link that is not valid");
    }

    private static void assertNothingFound(Page page, String where) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(where).isEmpty();
    }
}
