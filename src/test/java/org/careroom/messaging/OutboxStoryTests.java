package org.careroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages on their way: whatever becomes of one of them, it is said, and the next ones go on (product 2). */
@SuppressWarnings("NullAway.Init")
class OutboxStoryTests extends LeesBrowserStory {

    private static final String POSTS = "**/rooms/*/messages";

    @Autowired
    private Messages messages;

    @Autowired
    private RoomLife life;

    @Test
    void anAnswerThatCannotBeReadHoldsNothingUp() {
        leesBrowser.open(room);
        theFirst(post ->
                post.fulfill(new Route.FulfillOptions().setStatus(201).setBody("<p>Welcome to the guest network")));
        leesBrowser.say("Answered by somebody else");
        leesBrowser.say("And the next one");
        assertThat(unsent("Answered by somebody else")).containsText("Not sent");
        assertThat(stored("And the next one")).hasCount(1);
    }

    @Test
    void anAnswerThatNeverComesHoldsNothingUp() {
        // What takes 20 seconds elsewhere takes one here.
        page.addInitScript("const timeout = AbortSignal.timeout.bind(AbortSignal);"
                + " AbortSignal.timeout = milliseconds => timeout(milliseconds / 20);");
        leesBrowser.open(room);
        theFirst(post -> {});
        leesBrowser.say("Into the void");
        leesBrowser.say("And the next one");
        assertThat(unsent("Into the void")).containsText("Not sent");
        assertThat(stored("And the next one")).hasCount(1);
        leesBrowser.button("Try again").click();
        assertThat(stored("Into the void")).hasCount(1);
        assertThat(unsent("Into the void")).hasCount(0);
    }

    @Test
    void whatTurnsOutToBeStoredLongAgoIsNotOnItsWayForEver() {
        UUID key = UUID.randomUUID();
        messages.post(lee, room, new NewMessage("Said long ago", key, null));
        testRooms.sayMany(lee, room, "Message", 100);
        page.evaluate(
                "([key, unsent]) => localStorage.setItem(key, unsent)",
                List.of(
                        "careroom.unsent." + lee.id() + "." + room,
                        "[{\"body\":\"Said long ago\",\"clientKey\":\"" + key + "\",\"failed\":false}]"));
        page.waitForResponse(POSTS, () -> leesBrowser.open(room));
        assertThat(unsent("Said long ago")).hasCount(0);
        assertThat(page.evaluate("key => localStorage.getItem(key)", "careroom.unsent." + lee.id() + "." + room))
                .isNull();
    }

    @Test
    void aBrowserThatKeepsNothingSendsAllTheSame() {
        leesBrowser.open(room);
        page.evaluate(
                "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }");
        leesBrowser.say("Said all the same");
        assertThat(stored("Said all the same")).hasCount(1);
        assertThat(leesBrowser.text()).hasValue("");
    }

    @Test
    void anEditThatClosingTheRoomInterruptsDoesNotTakeTheNextMessage() {
        testRooms.say(lee, room, "At nine");
        leesBrowser.open(room).text().press("ArrowUp");
        leesBrowser.text().fill("At ten, and bring the chart");

        life.close(dana, room);
        Locator kept = page.getByText("At ten, and bring the chart");
        assertThat(kept).isVisible();
        assertThat(leesBrowser.text()).hasCount(0);

        life.reopen(dana, room);
        assertThat(leesBrowser.text()).hasValue("");
        assertThat(kept).isVisible();
        leesBrowser.say("Something else");
        assertThat(stored("Something else")).hasCount(1);
        assertThat(stored("At nine")).hasCount(1);
    }

    private void theFirst(Consumer<Route> answer) {
        List<Route> posts = new ArrayList<>();
        page.route(POSTS, post -> {
            posts.add(post);
            if (posts.size() == 1) {
                answer.accept(post);
            } else {
                post.resume();
            }
        });
    }

    private Locator unsent(String text) {
        return leesBrowser.message(text).and(page.locator(".pending"));
    }

    private Locator stored(String text) {
        return leesBrowser.message(text).and(page.locator("[data-sequence]"));
    }
}
