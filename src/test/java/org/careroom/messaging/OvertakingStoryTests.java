package org.careroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.careroom.Browsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** News that come in another order than they happened in, or while a page waits for something older, lead to the same page. */
@SuppressWarnings("NullAway.Init")
class OvertakingStoryTests extends LeesBrowserStory {

    @Autowired
    private Messages messages;

    @Autowired
    private Reading reading;

    @Test
    void anEditIsNotLostWhileTheOlderPartThatItBelongsToIsOnItsWay() {
        testRooms.sayMany(dana, room, "Message", 300);
        testRooms.answer(dana, room, 200, "Quoting");
        reading.readUpTo(lee, room, 302);
        List<String> frames = frames();
        HeldAnswer older = new HeldAnswer("/messages\\?before=");
        leesBrowser.open(room);
        leesBrowser.messages().first().scrollIntoViewIfNeeded();
        older.await();

        messages.edit(dana, room, 200, "Edited meanwhile");
        page.waitForCondition(() -> frames.stream().anyMatch(frame -> frame.contains("Edited meanwhile")));
        older.release();

        assertThat(page.locator("#m200")).containsText("Edited meanwhile");
        assertThat(page.locator("#m302 .quote")).containsText("Edited meanwhile");
    }

    @Test
    void anEditIsNotLostWhileTheMessageThatWasMissedIsOnItsWay() {
        Browsers.pardon("ERR_INTERNET_DISCONNECTED");
        Browsers.pardon("WebSocket connection");
        List<String> frames = frames();
        leesBrowser.open(room);
        page.context().setOffline(true);
        assertThat(page.getByText("The live connection is lost.")).isVisible();
        long missed = testRooms.say(dana, room, "Said while Lee was away").sequence();
        HeldAnswer catchUp = new HeldAnswer("/messages\\?after=");
        page.context().setOffline(false);
        catchUp.await();

        messages.edit(dana, room, missed, "Edited meanwhile");
        page.waitForCondition(() -> frames.stream().anyMatch(frame -> frame.contains("Edited meanwhile")));
        catchUp.release();

        assertThat(page.locator("#m" + missed)).containsText("Edited meanwhile");
    }

    @Test
    void messagesThatOvertakeEachOtherAreAllCounted() {
        HeldNews news = listOpen();
        news.hold();
        testRooms.say(dana, room, "First");
        testRooms.say(dana, room, "Second");
        news.releaseInReverse(2);
        assertThat(leesBrowser.row("Dana Reyes: Second")).isVisible();
        assertThat(unread()).hasText("3");
    }

    @Test
    void whatWasSaidSinceOneReadStaysUnread() {
        HeldNews news = listOpen();
        news.hold();
        reading.readUpTo(lee, room, 1);
        testRooms.say(dana, room, "Said since");
        news.releaseInReverse(2);
        assertThat(leesBrowser.row("Dana Reyes: Said since")).isVisible();
        assertThat(unread()).hasText("1");
        assertThat(leesBrowser.unreadRooms()).containsText("1");
    }

    /** The list of rooms, on a page that has asked for all that a new page asks for. */
    private HeldNews listOpen() {
        HeldNews news = new HeldNews(page);
        page.waitForResponse("**/rooms/unread", () -> page.navigate("/rooms"));
        leesBrowser.connected();
        assertThat(unread()).hasText("1");
        return news;
    }

    private Locator unread() {
        return leesBrowser.row("Morning round").locator("[data-count-number]");
    }

    private List<String> frames() {
        List<String> frames = new ArrayList<>();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> frames.add(text(frame))));
        return frames;
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() != null ? frame.text() : new String(frame.binary(), StandardCharsets.UTF_8);
    }

    /** The first answer from an address, as it was when it was asked for, which comes when the test says so. */
    private final class HeldAnswer {

        private @Nullable Route route;
        private @Nullable APIResponse answer;

        HeldAnswer(String address) {
            page.route(Pattern.compile(address), asked -> {
                if (route == null) {
                    route = asked;
                    answer = asked.fetch();
                } else {
                    asked.resume();
                }
            });
        }

        void await() {
            page.waitForCondition(() -> answer != null);
        }

        void release() {
            Objects.requireNonNull(route).fulfill(new Route.FulfillOptions().setResponse(answer));
        }
    }
}
