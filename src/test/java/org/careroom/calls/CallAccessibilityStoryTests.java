package org.careroom.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The call's screen and the test page by keyboard, on a phone, and what axe finds on them: nothing. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class CallAccessibilityStoryTests {

    @Autowired
    private TestCalls calls;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothingInACall(ColorScheme scheme) {
        TestCalls.Room room = calls.meeting();
        InCall dana = InCall.host(room, "Dana Reyes", Visitor.options(port).setColorScheme(scheme))
                .seated();
        Page page = dana.page();
        assertClean(page, "alone");
        InCall lee = InCall.guest(port, room, "Lee Tran", room.let("Lee Tran", Admission.guest("Lee Tran")));
        lee.seated().seesFramesOf(dana);
        InCall.guest(port, room, "Amara Bell", room.let("Amara Bell", Admission.knocks("Amara Bell")))
                .in("knocking");
        assertThat(dana.button("Let in: Amara Bell")).isVisible();
        for (String panel : List.of("Participants", "Chat", "Devices")) {
            dana.press(panel);
            if (panel.equals("Chat")) {
                dana.say("Hello https://example.org");
                lee.say("Hello Dana");
                assertThat(dana.chat().locator("article")).hasCount(2);
            }
            assertClean(page, panel);
            picture(page, scheme + "-" + panel);
            page.keyboard().press("Escape");
        }
        dana.press("Leave or end");
        assertClean(page, "leaving");
        page.keyboard().press("Escape");
        page.setViewportSize(360, 740);
        assertClean(page, "on a phone");
        picture(page, scheme + "-phone");
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        dana.press("Participants");
        assertClean(page, "participants on a phone");
        picture(page, scheme + "-phone-participants");
        page.keyboard().press("Escape");
        dana.press("Leave or end");
        dana.press("End call");
        assertClean(page, "ended");
        lee.in("ended");
        assertClean(lee.page(), "ended for a guest");
        page.reload();
        assertThat(page.getByText("This call has ended")).isVisible();
        assertClean(page, "ended, later");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theTestPageChecksEverythingWithoutSigningIn(ColorScheme scheme) {
        Page page = Browsers.newPage(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setColorScheme(scheme)
                .setViewportSize(360, 740));
        page.navigate("/call-test");
        assertClean(page, "before");
        page.getByText("Start the test").click();
        assertThat(page.locator("[data-check=camera]")).hasAttribute("data-outcome", "good");
        assertThat(page.locator("[data-check=microphone]")).hasAttribute("data-outcome", "good");
        assertThat(page.locator("[data-check=connection]")).hasAttribute("data-outcome", "good");
        assertThat(page.locator("[data-check=relay]")).containsText("Not set up here");
        page.getByText("Yes, I heard them").click();
        assertThat(page.getByText("Everything works.")).isVisible();
        assertClean(page, "after");
        picture(page, scheme + "-test");
        assertThat(page.evaluate("() => document.querySelector('video').videoWidth > 0"))
                .isEqualTo(true);
    }

    @Test
    void aCameraThatIsRefusedIsSaidInPlainWordsAndTheCallGoesOn() {
        TestCalls.Room room = calls.meeting();
        InCall dana = InCall.host(port, room, "Dana Reyes").seated();
        InCall lee = InCall.host(
                room,
                "Lee Tran",
                Visitor.options(port),
                "navigator.mediaDevices.getUserMedia = async ({ video }) => { throw new DOMException('no', video ? 'NotAllowedError' : 'NotFoundError'); };");
        lee.seated().seesFramesOf(dana);
        assertThat(lee.page().getByText("Your browser does not let this page use the camera."))
                .isVisible();
        assertThat(dana.page().locator(".tile.without-picture:not(.own)")).containsText("LT");
    }

    private static void picture(Page page, String name) {
        String folder = System.getProperty("careroom.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }

    private static void assertClean(Page page, String what) {
        AxeResults results = new AxeBuilder(page).setLegacyMode(true).analyze();
        List<String> found = results.getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
        assertThat(found).as(what).isEmpty();
    }
}
