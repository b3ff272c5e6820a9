package org.careroom.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.people.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people in a call, in real browsers whose cameras are test pictures: frames are counted as they are decoded. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class CallStoryTests {

    @Autowired
    private TestCalls calls;

    @LocalServerPort
    private int port;

    private TestCalls.Room room;
    private Visitor dana;
    private Visitor lee;

    @BeforeEach
    void aRoom() {
        room = calls.meeting();
    }

    @Test
    void twoSeeMovingPicturesOfEachOther() {
        bothAreIn();
        seesFramesOf(dana, "Lee Tran");
        seesFramesOf(lee, "Dana Reyes");
    }

    private void bothAreIn() {
        dana = enter("Dana Reyes");
        lee = enter("Lee Tran");
    }

    private Visitor enter(String name) {
        Identity host = room.host(name);
        Visitor visitor = Visitor.signedIn(port, java.util.Objects.requireNonNull(host.person()));
        visitor.page().navigate("/calls/" + room.call);
        visitor.page().locator("careroom-call[data-state=seated]").waitFor();
        return visitor;
    }

    /** Waits until at least ten more frames of this person have been decoded and shown. */
    private static void seesFramesOf(Visitor visitor, String name) {
        Page page = visitor.page();
        Locator video = page.locator("video[aria-label='" + name + "']");
        assertThat(video).isVisible();
        page.waitForFunction(
                """
                ([video, from]) => video.getVideoPlaybackQuality().totalVideoFrames >= from + 10 && video.videoWidth > 0""",
                java.util.List.of(
                        video.elementHandle(),
                        video.evaluate("video => video.getVideoPlaybackQuality().totalVideoFrames")));
    }
}
