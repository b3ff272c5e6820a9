package org.careroom.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.people.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Calls in real browsers whose cameras are test pictures: frames are counted as they are decoded. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class CallStoryTests {

    @Autowired
    private TestCalls calls;

    @LocalServerPort
    private int port;

    private TestCalls.Room room;
    private InCall dana;

    @BeforeEach
    void danaIsIn() {
        room = calls.meeting();
        dana = InCall.host(port, room, "Dana Reyes").seated();
    }

    @Test
    void twoSeeMovingPicturesOfEachOtherAndOneLeaves() {
        InCall lee = leeComes();
        dana.seesFramesOf(lee);
        lee.seesFramesOf(dana);
        lee.press("Leave or end");
        lee.press("Leave call");
        assertThat(lee.page()).hasURL(java.util.regex.Pattern.compile("\\?left$"));
        assertThat(dana.video("Lee Tran")).hasCount(0);
        assertThat(dana.page().getByText("Lee Tran left")).isVisible();
    }

    @Test
    void aScreenIsSharedAndTakenBack() {
        InCall lee = leeComes();
        lee.seesFramesOf(dana);
        int camera = lee.width("Dana Reyes");
        dana.press("Share screen");
        assertThat(dana.button("Share screen")).hasAttribute("aria-pressed", "true");
        assertThat(lee.page().locator(".tile.sharing:not(.own)")).isVisible();
        assertThat(lee.page().locator(".tile.sharing figcaption")).containsText("· screen");
        lee.page().waitForCondition(() -> lee.width("Dana Reyes") != camera);
        lee.seesFramesOf("Dana Reyes", 3);
        dana.press("Share screen");
        assertThat(lee.page().locator(".tile.sharing:not(.own)")).hasCount(0);
        lee.seesFramesOf(dana);
    }

    @Test
    void aCameraThatIsOffIsGivenBackAndComesBack() {
        InCall lee = leeComes();
        lee.seesFramesOf(dana);
        dana.press("Camera off");
        assertThat(dana.button("Camera off")).hasAttribute("aria-pressed", "true");
        assertThat(lee.page().locator(".tile.without-picture:not(.own)")).containsText("DR");
        assertThat(dana.page().evaluate("document.querySelector('careroom-call').media.stream.getVideoTracks().length"))
                .isEqualTo(0);
        dana.press("Camera off");
        lee.seesFramesOf(dana);
        assertThat(lee.page().locator(".tile.without-picture:not(.own)")).hasCount(0);
    }

    @Test
    void aConnectionThatFailedIsMadeAnewAndARestartInterruptsNothing() {
        InCall lee = leeComes();
        lee.seesFramesOf(dana);
        for (String mend : List.of("restart", "recreate")) {
            for (InCall one : List.of(dana, lee)) {
                one.page()
                        .evaluate(
                                "mend => document.querySelector('careroom-call').peers.peers.forEach(peer => peer[mend]())",
                                mend);
                lee.seesFramesOf(dana);
                dana.seesFramesOf(lee);
            }
        }
        dana.page().evaluate("document.querySelector('careroom-call').peers.restart()");
        lee.page().evaluate("document.querySelector('careroom-call').peers.restart()");
        lee.seesFramesOf(dana);
        dana.seesFramesOf(lee);
    }

    @Test
    void aHostMutesAnotherAndLocksAndAllChat() {
        InCall lee = leeComes();
        dana.press("Participants");
        dana.press("Mute: Lee Tran");
        assertThat(lee.page().getByText("Dana Reyes muted your microphone")).isVisible();
        assertThat(lee.button("Mute")).hasAttribute("aria-pressed", "true");
        assertThat(dana.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Unmute")))
                .hasCount(0);
        lee.press("Mute");
        assertThat(dana.button("Mute: Lee Tran")).isVisible();
        dana.press("Lock call");
        assertThat(lee.page().getByText("Locked")).isVisible();
        Browsers.pardon("403");
        InCall.host(port, room, "Omar Haddad").in("locked");

        lee.say("<b>Hello</b> https://example.org");
        assertThat(dana.page().getByText("Lee Tran wrote in the chat")).isVisible();
        dana.say("Hello Lee");
        assertThat(dana.chat().locator("article")).hasCount(2);
        assertThat(lee.chat()).containsText("Hello Lee");
        assertThat(dana.chat()).containsText("<b>Hello</b>");
        assertThat(dana.chat().getByRole(AriaRole.LINK)).hasAttribute("href", "https://example.org");
    }

    @Test
    void aGuestKnocksIsLetInHeldWhileNoHostIsThereAndThankedAtTheEnd() {
        TestCalls.Guest guest = room.let("Amara Bell", Admission.knocks("Amara Bell"));
        InCall amara = InCall.guest(port, room, "Amara Bell", guest).in("knocking");
        assertThat(amara.page().getByText("You have knocked.")).isVisible();
        assertThat(amara.page().locator("body")).not().containsText("Dana Reyes");
        dana.press("Let in: Amara Bell");
        amara.seated().seesFramesOf(dana);
        dana.seesFramesOf(amara);
        assertThat(amara.button("Lock call")).hasCount(0);

        InCall second =
                InCall.guest(port, room, "Jordan Ellis", room.let("Jordan Ellis", Admission.guest("Jordan Ellis")));
        second.seated().seesFramesOf(amara);
        dana.press("Leave or end");
        dana.press("Leave call");
        amara.in("held");
        second.in("held");
        assertThat(amara.video("Jordan Ellis")).hasCount(0);

        InCall lee = InCall.host(port, room, "Lee Tran").seated();
        amara.seated().seesFramesOf(lee);
        lee.press("Leave or end");
        lee.press("End call");
        lee.in("ended");
        amara.in("ended");
        assertThat(amara.page().getByText("Thank you.")).isVisible();
        assertThat(amara.page().locator("video[aria-label='Lee Tran']")).hasCount(0);
    }

    @Test
    void aGuestWhoIsDisconnectedSeesAndHearsNothingMore() {
        InCall jordan =
                InCall.guest(port, room, "Jordan Ellis", room.let("Jordan Ellis", Admission.guest("Jordan Ellis")));
        jordan.seated().seesFramesOf(dana);
        dana.press("Participants");
        dana.press("Disconnect: Jordan Ellis");
        dana.page().getByRole(AriaRole.DIALOG).getByText("Disconnect").last().click();
        jordan.in("removed");
        assertThat(jordan.video("Dana Reyes")).hasCount(0);
        assertThat(dana.video("Jordan Ellis")).hasCount(0);
    }

    @Test
    void aReloadComesBackByItselfAndASecondPageAsks() {
        InCall lee = leeComes();
        lee.seesFramesOf(dana);
        lee.page().reload();
        lee.seated().seesFramesOf(dana);
        dana.seesFramesOf(lee);
        Browsers.pardon("409");
        InCall second = lee.inAnotherTab(room).in("elsewhere");
        assertThat(second.page().getByText("You are in this call on another page. Move it here?"))
                .isVisible();
        second.press("Move the call here");
        second.seated().seesFramesOf(dana);
        lee.in("moved");
        assertThat(dana.video("Lee Tran")).hasCount(1);
        dana.seesFramesOf(lee);
    }

    @Test
    void whoseBrowserWasKilledComesBackInAnother() {
        Identity lee = room.host("Lee Tran");
        InCall first = InCall.host(port, room, "Lee Tran", lee).seated();
        dana.seesFramesOf(first);
        first.page().context().close();
        Browsers.pardon("409");
        InCall second = InCall.host(port, room, "Lee Tran", lee);
        Locator moves = second.button("Move the call here");
        second.page()
                .locator("careroom-call:is([data-state=elsewhere], [data-state=seated])")
                .waitFor();
        if (moves.isVisible()) {
            moves.click();
        }
        second.seated().seesFramesOf(dana);
        dana.seesFramesOf(second);
        assertThat(dana.page().locator(".tile:not(.own)")).hasCount(1);
    }

    @Test
    void whatHappenedWhileTheConnectionWasCutIsCaughtUp() {
        InCall lee = leeComes();
        dana.seesFramesOf(lee);
        Browsers.pardon("ERR_INTERNET_DISCONNECTED");
        Browsers.pardon("WebSocket connection");
        Browsers.pardon("CLOSING or CLOSED");
        List<String> failed = new ArrayList<>();
        dana.page().onRequestFailed(request -> failed.add(request.url()));
        dana.page().context().setOffline(true);
        dana.page().waitForCondition(() -> failed.stream().anyMatch(address -> address.endsWith("/here")));
        lee.say("Can you hear me?");
        InCall omar = InCall.host(port, room, "Omar Haddad").seated();
        dana.page().context().setOffline(false);
        dana.seesFramesOf(omar).seesFramesOf(lee);
        omar.seesFramesOf(dana);
        assertThat(dana.chat()).containsText("Can you hear me?");
        assertThat(omar.chat().locator("article")).hasCount(0);
    }

    private InCall leeComes() {
        return InCall.host(port, room, "Lee Tran").seated();
    }
}
