package org.careroom.clinics;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.calls.InCall;
import org.careroom.clinics.TestClinics.Clinic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A colleague without an account comes into a meeting room by a link, until somebody revokes it (seed 002). */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class GuestLinkStoryTests {

    private static final Pattern CALL = Pattern.compile(".*/calls/.*");

    @Autowired
    private TestClinics clinics;

    @LocalServerPort
    private int port;

    private Clinic clinic;
    private Page room;
    private String link;

    @BeforeEach
    void aLinkIsMade() {
        clinic = clinics.open();
        ClinicRoomId handover = clinic.meetingRoom("Handover", false);
        room = Visitor.signedIn(clinic.maya(), Visitor.options(port)).page();
        room.navigate("/clinics/" + clinic.slug() + "/rooms/" + handover);
        room.getByRole(AriaRole.BUTTON, named("Guest link")).click();
        String address = room.getByLabel("Guest link", new Page.GetByLabelOptions().setExact(true))
                .first()
                .inputValue();
        link = address.substring(address.indexOf("/g/"));
        assertThat(room.getByText("whoever has this link can enter the room while a meeting is in progress"))
                .isVisible();
        assertThat(room.getByText("For patients use the waiting area link")).isVisible();
    }

    @Test
    void aRevokedLinkPutsItsGuestOutAndOpensNothing() {
        Page door = room.context().newPage();
        door.navigate(room.url().replaceFirst("/links$", "").replaceFirst("[?].*$", ""));
        door.getByRole(AriaRole.BUTTON, named("Enter")).click();
        InCall maya = InCall.on(door, "Maya Lindqvist").seated();
        Page guest = Browsers.newPage(Visitor.options(port));
        guest.navigate(link);
        assertThat(guest).not().hasURL(Pattern.compile(".*" + link.substring(3) + ".*"));
        guest.getByLabel("Name").fill("Dr. Ilse Brandt");
        guest.getByRole(AriaRole.BUTTON, named("Join meeting")).click();
        assertThat(guest).hasURL(CALL);
        InCall ilse = InCall.on(guest, "Dr. Ilse Brandt").seated().seesFramesOf("Maya Lindqvist", 5);
        maya.seesFramesOf("Dr. Ilse Brandt", 5);

        Browsers.pardon("401");
        Browsers.pardon("404");
        Browsers.pardon("WebSocket");
        room.getByRole(AriaRole.BUTTON, named("Revoke")).click();
        room.locator("dialog")
                .getByText("Revoke", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(maya.video("Dr. Ilse Brandt")).hasCount(0);
        assertThat(ilse.video("Maya Lindqvist")).hasCount(0);
        Response again = Objects.requireNonNull(guest.navigate(link));
        Assertions.assertThat(again.status()).isEqualTo(404);
        assertThat(guest.getByRole(AriaRole.HEADING, named("This link is not valid")))
                .isVisible();
        assertThat(guest.locator("body")).not().containsText("Handover");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
