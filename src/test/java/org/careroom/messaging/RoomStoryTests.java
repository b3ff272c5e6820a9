package org.careroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.generalrooms.TestRooms;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.people.Profiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people live through in a room, in real browsers (product 2). */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class RoomStoryTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private RoomLife life;

    @Autowired
    private Reading reading;

    @Autowired
    private Profiles profiles;

    @LocalServerPort
    private int port;

    private Person dana;
    private Person lee;
    private RoomId room;

    @BeforeEach
    void aRoom() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        dana = staff.member(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
        room = testRooms.group(dana, lee);
    }

    @Test
    void twoBrowsersTalk() {
        Visitor danasBrowser = Visitor.signedIn(port, dana).open(room);
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);
        assertThat(danasBrowser.page().getByText("1 here now")).isVisible();

        leesBrowser.text().pressSequentially("On my w");
        assertThat(danasBrowser.page().getByText("Lee Tran is typing …")).isVisible();
        leesBrowser.say("On my way");

        assertThat(danasBrowser.message("On my way")).hasCount(1);
        assertThat(leesBrowser.message("On my way")).hasCount(1);
        assertThat(leesBrowser.message("On my way")).hasClass(Pattern.compile("\\bown\\b"));
        assertThat(danasBrowser.page().getByText("Lee Tran is typing …")).isHidden();
        assertThat(leesBrowser.text()).hasValue("");

        danasBrowser.say("Main 6, first line\nsecond line");
        assertThat(leesBrowser.message("second line")).hasCount(1);
        leesBrowser.page().bringToFront();
        danasBrowser
                .page()
                .waitForCondition(() ->
                        reading.readers(dana, room, 3).readers().stream().allMatch(reader -> reader.readAt() != null));
        danasBrowser.choose("Message details", "second line");
        assertThat(danasBrowser.page().getByRole(AriaRole.DIALOG)).containsText("Lee Tran");
        assertThat(danasBrowser.page().getByRole(AriaRole.DIALOG)).not().containsText("not yet");
    }

    @Test
    void aMessageIsAnsweredMentionsSomebodyIsEditedAndDeleted() {
        testRooms.say(lee, room, "Who takes Thursday?");
        Visitor danasBrowser = Visitor.signedIn(port, dana).open(room);
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);

        danasBrowser.choose("Reply", "Who takes Thursday?");
        danasBrowser.text().pressSequentially("I do, @le");
        assertThat(danasBrowser.page().getByRole(AriaRole.OPTION)).hasText("Lee Tran");
        danasBrowser.text().press("Enter");
        danasBrowser.text().pressSequentially("!");
        danasBrowser.text().press("Enter");
        Locator answer = leesBrowser.message("I do, @Lee Tran !");
        assertThat(answer.locator(".mention.me")).hasText("@Lee Tran");
        assertThat(answer.locator(".quote")).containsText("Who takes Thursday?");

        danasBrowser.text().press("ArrowUp");
        assertThat(danasBrowser.text()).hasValue("I do, @Lee Tran !");
        danasBrowser.say("Priya does");
        assertThat(leesBrowser.message("Priya does")).containsText("edited");

        danasBrowser.choose("Delete", "Priya does");
        danasBrowser
                .page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                .click();
        assertThat(leesBrowser.message("This message was deleted.")).hasCount(1);
        assertThat(leesBrowser.message("Priya does")).hasCount(0);
    }

    @Test
    void aRemovedPersonsOpenPageGetsNothingMore() {
        Browsers.pardon("404"); // its page asks for the room, which is there no longer for Lee
        List<String> frames = new CopyOnWriteArrayList<>();
        RoomId other = testRooms.group(dana, lee);
        Visitor leesBrowser = Visitor.signedIn(port, lee);
        leesBrowser.page().onWebSocket(socket -> socket.onFrameReceived(frame -> frames.add(text(frame))));
        leesBrowser.open(room).text().fill("I was about to say");

        life.remove(dana, room, List.of(lee));
        testRooms.say(dana, room, "Nothing for Lee");
        assertThat(leesBrowser.page().getByRole(AriaRole.ALERT).first())
                .hasText("You are no longer in this room. Nothing more of it reaches you.");
        assertThat(leesBrowser.page().getByText("I was about to say")).isVisible();
        assertThat(leesBrowser.text()).hasCount(0);
        testRooms.say(dana, other, "The last frame");

        assertThat(leesBrowser.row("Morning round")).hasCount(1);
        assertThat(leesBrowser.row("The last frame")).hasCount(1);
        leesBrowser.page().waitForCondition(() -> frames.stream().anyMatch(frame -> frame.contains("The last frame")));
        assertThat(frames).noneMatch(frame -> frame.contains("Nothing for Lee"));
        assertThat(leesBrowser.message("Nothing for Lee")).hasCount(0);
    }

    @Test
    void whatIsNewIsCountedShownAndReadInEveryTab() {
        testRooms.sayMany(dana, room, "Read before", 80);
        reading.readUpTo(lee, room, 81);
        testRooms.sayMany(dana, room, "New", 30);
        Visitor first = Visitor.signedIn(port, lee).connected();
        assertThat(first.row("Morning round").locator("[data-count-number]")).hasText("30");
        assertThat(first.unreadRooms()).containsText("1");
        Visitor second = first.inAnotherTab().connected();

        first.open(room);
        assertThat(first.page().locator(".day.new")).isInViewport();
        assertThat(first.message("New 30")).not().isInViewport();
        first.button("New messages").click();
        assertThat(first.message("New 30")).isInViewport();

        for (Visitor tab : List.of(first, second)) {
            assertThat(tab.row("Morning round").locator("[data-count]")).isHidden();
            assertThat(tab.unreadRooms()).isHidden();
        }
        first.choose("Mark unread from here", "New 29");
        assertThat(first.page()).hasURL(Pattern.compile("/rooms$"));
        for (Visitor tab : List.of(first, second)) {
            assertThat(tab.row("Morning round").locator("[data-count-number]")).hasText("2");
            assertThat(tab.unreadRooms()).containsText("1");
        }
    }

    @Test
    void anOpenListFollowsTheNewsWithoutAskingForThem() {
        RoomId quiet = testRooms.pair(dana, lee);
        Visitor leesBrowser = Visitor.signedIn(port, lee);
        leesBrowser
                .page()
                .waitForResponse("**/rooms/unread", () -> leesBrowser.open(room)); // the last that a new page asks
        leesBrowser
                .page()
                .waitForCondition(() -> lee.id() != null
                        && reading.readers(dana, room, 1).readers().stream()
                                .allMatch(reader -> reader.readAt() != null));
        List<String> asked = new CopyOnWriteArrayList<>();
        leesBrowser.page().onRequest((Request request) -> asked.add(request.method() + " " + request.url()));

        testRooms.sayMany(dana, room, "Here", 20);
        testRooms.sayMany(dana, quiet, "There", 20);

        assertThat(leesBrowser.message("Here 20")).isVisible();
        assertThat(leesBrowser.row("Dana Reyes: There 20").locator("[data-count-number]"))
                .hasText(Pattern.compile("2[01]"));
        assertThat(leesBrowser.row("Dana Reyes: Here 20").locator("[data-count]"))
                .isHidden();
        assertThat(asked)
                .allMatch(request -> request.startsWith("POST") && request.endsWith("/read"))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void enterInTheSearchOpensTheFirstRoomItFinds() {
        testRooms.say(dana, testRooms.pair(dana, lee), "Later than in the other room");
        Visitor leesBrowser = Visitor.signedIn(port, lee).connected();
        Locator search = leesBrowser.page().getByRole(AriaRole.SEARCHBOX);
        search.fill("Morning");
        search.press("Enter");
        assertThat(leesBrowser.page()).hasURL(Pattern.compile("/rooms/" + room + "$"));
    }

    @Test
    void aMutedRoomIsNotCounted() {
        reading.readUpTo(lee, room, 1);
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);
        leesBrowser.openDetails();
        leesBrowser.button("Mute").click();
        assertThat(leesBrowser.button("Unmute")).isVisible();
        leesBrowser.page().navigate("/rooms");
        leesBrowser.connected();
        testRooms.say(dana, room, "Not urgent");
        assertThat(leesBrowser.row("Not urgent").locator("[data-count-number]")).hasText("1");
        assertThat(leesBrowser.unreadRooms()).isHidden();
    }

    @Test
    void aRoomIsClosedRenamedAndReopenedWhileSomebodyWrites() {
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);
        leesBrowser.text().fill("Half a sentence");

        life.rename(dana, room, "Evening round");
        assertThat(leesBrowser.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Evening round")))
                .isVisible();
        assertThat(leesBrowser.text()).hasValue("Half a sentence");
        assertThat(leesBrowser.text()).hasAttribute("placeholder", "Message Evening round");
        assertThat(leesBrowser.page()).hasTitle(Pattern.compile("^Evening round · "));

        life.close(dana, room);
        assertThat(leesBrowser.page().getByText("This room is closed. It can be read, but nobody can write in it."))
                .isVisible();
        assertThat(leesBrowser.text()).hasCount(0);
        assertThat(leesBrowser.page().getByText("Half a sentence")).isVisible();

        life.reopen(dana, room);
        assertThat(leesBrowser.text()).hasValue("Half a sentence");
    }

    @Test
    void olderMessagesComeWhileScrollingUpAndAQuotedOneIsFoundHoweverFarBack() {
        testRooms.sayMany(dana, room, "Message", 300);
        testRooms.answer(dana, room, 4, "As I said at the start");
        reading.readUpTo(lee, room, 302);
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);
        assertThat(leesBrowser.message("As I said at the start")).isInViewport();
        int shown = leesBrowser.messages().count();

        Locator first = leesBrowser.messages().first();
        String firstText = first.innerText();
        first.scrollIntoViewIfNeeded();
        leesBrowser.page().waitForCondition(() -> leesBrowser.messages().count() > shown);
        assertThat(leesBrowser
                        .messages()
                        .filter(new Locator.FilterOptions()
                                .setHasText(firstText.lines().toList().get(2)))
                        .first())
                .isInViewport();

        leesBrowser.link("Dana Reyes: Message 3").click();
        assertThat(leesBrowser.page().locator("#m4")).isInViewport();
        assertThat(leesBrowser.page().locator("#m4")).isFocused();

        testRooms.say(dana, room, "Meanwhile");
        leesBrowser.button("New messages").click();
        assertThat(leesBrowser.message("Meanwhile")).isInViewport();
        assertInOrder(leesBrowser);
    }

    @Test
    void aDraftOutlivesAReload() {
        Visitor leesBrowser = Visitor.signedIn(port, lee).open(room);
        leesBrowser.text().fill("Not finished\nyet");
        leesBrowser.page().reload();
        assertThat(leesBrowser.text()).hasValue("Not finished\nyet");
        leesBrowser.text().press("Enter");
        assertThat(leesBrowser.message("Not finished")).hasCount(1);
        leesBrowser.page().reload();
        assertThat(leesBrowser.text()).hasValue("");
    }

    @Test
    void goingFromRoomToRoomKeepsOneConnectionAndLeavesNothingBehind() {
        RoomId other = testRooms.pair(dana, lee);
        List<String> sockets = new CopyOnWriteArrayList<>();
        List<String> subscriptions = new CopyOnWriteArrayList<>();
        Visitor leesBrowser = Visitor.signedIn(port, lee).connected();
        leesBrowser.page().onWebSocket(socket -> {
            sockets.add(socket.url());
            socket.onFrameSent((WebSocketFrame frame) -> {
                if (text(frame).startsWith("SUBSCRIBE")) {
                    subscriptions.add(text(frame));
                }
            });
        });
        leesBrowser.open(room).page().evaluate("window.sameDocument = true");
        for (int i = 0; i < 10; i++) {
            leesBrowser
                    .row("Dana Reyes made this room")
                    .or(leesBrowser.row("Dana Reyes"))
                    .first();
            leesBrowser
                    .page()
                    .locator("careroom-rooms a[data-room='" + other + "']")
                    .click();
            assertThat(leesBrowser.page()).hasURL(Pattern.compile(other.toString()));
            leesBrowser
                    .page()
                    .locator("careroom-rooms a[data-room='" + room + "']")
                    .click();
            assertThat(leesBrowser.page()).hasURL(Pattern.compile(room.toString()));
        }
        testRooms.say(dana, room, "Said once");
        assertThat(leesBrowser.message("Said once")).hasCount(1);
        leesBrowser.say("Answered once");
        assertThat(leesBrowser.message("Answered once")).hasCount(1);
        assertThat(sockets).hasSize(1);
        assertThat(subscriptions).hasSize(1);
        assertThat(leesBrowser.page().evaluate("window.sameDocument")).isEqualTo(true);
    }

    @Test
    void timesAreInTheReadersZone() {
        profiles.present(lee, "Lee Tran", "en", "Asia/Tokyo");
        testRooms.say(dana, room, "When is that?");
        Visitor leesBrowser = Visitor.signedIn(
                        lee,
                        Visitor.options(port).setTimezoneId("America/New_York").setLocale("en-US"))
                .open(room);
        Locator time = leesBrowser.message("When is that?").locator("time");
        String shown = time.innerText();
        Object expected = leesBrowser
                .page()
                .evaluate(
                        "instant => new Intl.DateTimeFormat('en-US', {hour: 'numeric', minute: '2-digit', timeZone: 'Asia/Tokyo'}).format(new Date(instant))",
                        time.getAttribute("datetime"));
        assertThat(shown).isEqualTo(expected);
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() != null ? frame.text() : new String(frame.binary(), StandardCharsets.UTF_8);
    }

    private static void assertInOrder(Visitor visitor) {
        List<Integer> sequences =
                visitor.messages().evaluateAll("all => all.map(article => Number(article.dataset.sequence))")
                                instanceof List<?> all
                        ? all.stream().map(Integer.class::cast).toList()
                        : List.of();
        assertThat(sequences)
                .isEqualTo(IntStream.rangeClosed(sequences.get(0), sequences.get(0) + sequences.size() - 1)
                        .boxed()
                        .toList());
    }
}
