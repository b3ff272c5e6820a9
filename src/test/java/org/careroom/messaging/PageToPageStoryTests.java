package org.careroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.careroom.Browsers;
import org.careroom.Visitor;
import org.careroom.organizations.Staff;
import org.careroom.people.Profiles;
import org.careroom.people.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Going on, going back and leaving: the page shows what its address says, and what was read is read. */
@SuppressWarnings("NullAway.Init")
class PageToPageStoryTests extends LeesBrowserStory {

    @Autowired
    private RoomLife life;

    @Autowired
    private Reading reading;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Sessions sessions;

    private RoomId other;

    @BeforeEach
    void twoRooms() {
        other = testRooms.pair(dana, lee);
        testRooms.say(dana, room, "In the one");
        testRooms.say(dana, other, "In the other");
    }

    @Test
    void whoeverGoesToTheRoomTheyAreInIsStillHere() {
        profiles.present(dana, "Dana $& Reyes", "en", "UTC"); // a name that means something to scripts
        Visitor danasBrowser = Visitor.signedIn(port, dana).open(room);
        leesBrowser.open(room);
        page.locator("careroom-room").evaluate("room => room.dataset.before = ''");
        go(room);
        assertThat(page.locator("careroom-room[data-before]")).hasCount(0);
        danasBrowser.text().pressSequentially("Are you th");
        assertThat(page.locator(".typing")).containsText("is typing …");
        assertThat(page.getByText("Dana $& Reyes is typing …")).isVisible();
    }

    @Test
    void theWayBackToARoomThatIsNotTheirsAnyMoreLeadsNowhere() {
        Browsers.pardon("404");
        Browsers.pardon("htmx:");
        leesBrowser.open(room);
        go(other);
        assertThat(leesBrowser.message("In the other")).isVisible();
        life.remove(dana, room, List.of(lee));
        page.goBack();
        assertThat(page.getByText("There is nothing at this address, or it is not open to you."))
                .isVisible();
        assertThat(page).hasURL(Pattern.compile(room.toString()));
    }

    @Test
    void theWayBackAfterTheSignInEndedLeadsThereOnceSignedInAgain() {
        Browsers.pardon("401");
        Browsers.pardon("htmx:");
        Browsers.pardon("WebSocket connection");
        leesBrowser.open(room);
        go(other);
        assertThat(leesBrowser.message("In the other")).isVisible();
        sessions.endAll(lee.id());
        page.goBack();
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Sign in again"));
        dialog.getByLabel("Password").fill(Staff.PASSWORD);
        dialog.getByLabel("Password").press("Enter");
        assertThat(leesBrowser.message("In the one")).isVisible();
        assertThat(page).hasURL(Pattern.compile(room.toString()));
    }

    @Test
    void aLinkThatLeadsNowhereWithoutANetworkSaysSo() {
        Browsers.pardon("ERR_INTERNET_DISCONNECTED");
        Browsers.pardon("WebSocket connection");
        Browsers.pardon("htmx:");
        leesBrowser.open(room);
        page.context().setOffline(true);
        go(other);
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Careroom cannot be reached at the moment.");
        leesBrowser.button("Close").click();
        assertThat(leesBrowser.message("In the one")).isVisible();
        page.context().setOffline(false);
        go(other);
        assertThat(leesBrowser.message("In the other")).isVisible();
    }

    @Test
    void whatWasReadJustBeforeLeavingIsRead() {
        page.clock().install();
        readJustBefore(() -> leesBrowser.link("Rooms").first().click());
        readJustBefore(() -> page.navigate("/profile"));
    }

    @Test
    void theSecondPageOfTheListStaysTheSecondPage() {
        for (int number = 0; number < RoomList.PAGE; number++) {
            testRooms.group(dana, lee);
        }
        page.navigate("/rooms");
        leesBrowser.link("More rooms").click();
        assertThat(leesBrowser.row("In the one")).isVisible();
        leesBrowser.connected();
        String asked = page.waitForResponse("**/rooms/list**", () -> life.rename(dana, room, "Evening round"))
                .url();
        assertThat(asked).contains("after=");
        assertThat(leesBrowser.row("In the other")).isVisible();
    }

    @Test
    void whatHappensToAnotherRoomLetsAnOpenOneOnlyAskWhetherItIsStillThere() {
        page.waitForResponse("**/rooms/unread", () -> leesBrowser.open(room)); // the last that a new page asks
        List<String> asked = new ArrayList<>();
        page.onRequest((Request request) -> asked.add(request.url()));
        RoomId third = testRooms.group(dana, lee);
        page.waitForResponse(
                Pattern.compile(room + "/messages\\?after="), () -> life.rename(dana, third, "Evening round"));
        assertThat(asked).noneMatch(address -> address.endsWith("/state"));
    }

    /** Reads a message that comes just after another one was told to be read, and leaves. */
    private void readJustBefore(Runnable leaving) {
        leesBrowser.open(room);
        page.waitForResponse("**/read", () -> testRooms.say(dana, room, "Told at once"));
        long sequence = testRooms.say(dana, room, "Read just before").sequence();
        assertThat(page.locator("#m" + sequence)).isInViewport();
        page.clock().runFor(1_500); // a moment to read it, before it is time to tell again
        leaving.run();
        page.waitForCondition(() ->
                reading.readers(dana, room, sequence).readers().stream().allMatch(reader -> reader.readAt() != null));
    }

    private void go(RoomId to) {
        page.locator("careroom-rooms a[data-room='" + to + "']").click();
    }
}
