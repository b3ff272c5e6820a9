package org.careroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careroom.Browsers;
import org.careroom.Visitor;
import org.careroom.organizations.Staff;
import org.careroom.people.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No gap, no double, no loss, whatever happens to the connection or to the sign-in (product 2, 7.5). */
@SuppressWarnings("NullAway.Init")
class LostConnectionStoryTests extends LeesBrowserStory {

    private static final String POSTS = "**/rooms/*/messages";

    @Autowired
    private Messages messages;

    @Autowired
    private Histories histories;

    @Autowired
    private Sessions sessions;

    @BeforeEach
    void leeHasARoomOpen() {
        testRooms.say(dana, room, "To be edited");
        testRooms.say(dana, room, "To be deleted");
        leesBrowser.open(room);
        Browsers.pardon("ERR_INTERNET_DISCONNECTED");
        Browsers.pardon("ERR_FAILED");
        Browsers.pardon("WebSocket connection");
    }

    @Test
    void whateverWasMissedIsThereInOrderAfterwards() {
        assertThat(leesBrowser.message("To be edited")).isVisible();
        page.context().setOffline(true);
        assertThat(page.getByText("The live connection is lost.")).isVisible();

        testRooms.sayMany(dana, room, "Missed", 50);
        messages.edit(dana, room, 2, "Was edited");
        messages.delete(dana, room, 3);
        page.context().setOffline(false);

        assertThat(leesBrowser.message("Missed")).hasCount(50);
        assertThat(leesBrowser.message("Was edited")).containsText("edited");
        assertThat(leesBrowser.message("To be deleted")).hasCount(0);
        assertThat(leesBrowser.message("This message was deleted.")).hasCount(1);
        assertThat(page.getByText("The live connection is lost.")).isHidden();
        assertThat(page.locator(".day.new")).hasCount(1);
        testRooms.say(dana, room, "And live again");
        assertThat(leesBrowser.message("And live again")).hasCount(1);
        assertThat(sequences()).isEqualTo(IntStream.rangeClosed(1, 54).boxed().toList());
    }

    @Test
    void aCatchUpThatTheServerRefusesIsRepeated() {
        Browsers.pardon("503");
        List<Route> asked = new ArrayList<>();
        page.context().setOffline(true);
        assertThat(page.getByText("The live connection is lost.")).isVisible();
        testRooms.say(dana, room, "Missed");
        page.route(Pattern.compile("/messages\\?after="), route -> {
            asked.add(route);
            if (asked.size() <= 2) {
                route.fulfill(new Route.FulfillOptions().setStatus(503));
            } else {
                route.resume();
            }
        });
        page.context().setOffline(false);
        assertThat(leesBrowser.message("Missed")).hasCount(1);
    }

    @Test
    void aMessageThatCouldNotBeSentWaitsOverAReloadAndIsSentOnce() {
        page.route(POSTS, Route::abort);
        leesBrowser.say("Is anybody there?");
        Locator unsent = leesBrowser.log().getByText("Is anybody there?");
        assertThat(leesBrowser.log().getByText("Not sent")).isVisible();
        assertThat(leesBrowser.text()).hasValue("");

        page.unroute(POSTS);
        page.reload();
        leesBrowser.connected();
        assertThat(unsent).hasCount(1);
        leesBrowser.button("Try again").click();
        assertThat(leesBrowser.log().getByText("Not sent")).isHidden();
        assertThat(leesBrowser
                        .messages()
                        .and(page.locator("[data-sequence]"))
                        .filter(new Locator.FilterOptions().setHasText("Is anybody there?")))
                .hasCount(1);
        assertThat(unsent).hasCount(1);
        assertThat(said()).containsOnlyOnce("Is anybody there?");
    }

    @Test
    void whatDidNotGetThroughIsSentByItselfWhenTheConnectionIsBack() {
        page.context().setOffline(true);
        leesBrowser.say("Cross-clamp at nine");
        leesBrowser.say("Please confirm");
        assertThat(leesBrowser.log().getByText("Not sent")).hasCount(2);
        page.context().setOffline(false);
        assertThat(leesBrowser.log().getByText("Not sent")).hasCount(0);
        assertThat(leesBrowser
                        .messages()
                        .and(page.locator("[data-sequence]"))
                        .filter(new Locator.FilterOptions()
                                .setHasText(Pattern.compile("Cross-clamp at nine|Please confirm"))))
                .hasText(new Pattern[] {Pattern.compile("Cross-clamp"), Pattern.compile("Please")});
        assertThat(said()).containsOnlyOnce("Cross-clamp at nine", "Please confirm");
    }

    @Test
    void aMessageWhoseAnswerWasLostIsNotShownTwice() {
        page.route(POSTS, route -> {
            route.fetch(); // the server stores it
            route.abort();
        });
        leesBrowser.say("Stored, but who knows");
        assertThat(leesBrowser.log().locator("[data-sequence]").getByText("Stored, but who knows"))
                .hasCount(1);
        assertThat(leesBrowser.log().getByText("Stored, but who knows")).hasCount(1);
        assertThat(leesBrowser.log().getByText("Not sent")).isHidden();
        assertThat(said()).containsOnlyOnce("Stored, but who knows");
    }

    @Test
    void messagesStandInTheOrderTheyWereWrittenIn() {
        List<String> written =
                Stream.of("one", "two", "three", "four", "five", "six").toList();
        written.forEach(leesBrowser::say);
        assertThat(page.locator("article.own[data-sequence]")).hasCount(6);
        assertThat(page.locator("article.own .text")).hasText(written.toArray(String[]::new));
    }

    @Test
    void whatTheServerWillNeverTakeGoesBackToWhereItCanBeMended() {
        Browsers.pardon("400");
        leesBrowser.say("x".repeat(10_001));
        assertThat(page.getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions().setHasText("At most 10,000 characters.")))
                .isVisible();
        assertThat(leesBrowser.text()).hasValue("x".repeat(10_001));
        assertThat(page.locator("article.own")).hasCount(0);
    }

    @Test
    void aSignInThatEndedIsAskedForAgainAndNothingIsLost() {
        Browsers.pardon("401");
        page.evaluate("window.samePage = true");
        leesBrowser.text().fill("Typed before");
        sessions.endAll(lee.id());
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Sign in again"));
        leesBrowser.text().press("Enter");
        assertThat(dialog).isVisible();

        dialog.getByLabel("Password").fill("not my password");
        dialog.getByLabel("Password").press("Enter");
        assertThat(dialog).containsText("do not match");
        dialog.getByLabel("Password").fill(Staff.PASSWORD);
        dialog.getByLabel("Password").press("Enter");

        assertThat(dialog).isHidden();
        assertThat(leesBrowser.messages().filter(new Locator.FilterOptions().setHasText("Typed before")))
                .hasCount(1);
        leesBrowser.connected();
        testRooms.say(dana, room, "Live again");
        assertThat(leesBrowser.message("Live again")).hasCount(1);
        leesBrowser.say("With the new token");
        assertThat(page.locator("article.own[data-sequence]")).hasCount(2);
        assertThat(page.evaluate("window.samePage")).isEqualTo(true);
    }

    @Test
    void signingInAgainOnOnePageIsEnoughForAll() {
        Browsers.pardon("401");
        Browsers.pardon("403"); // what the other page tells meanwhile, by its old token; it then fetches the new one
        Visitor other = leesBrowser.inAnotherTab();
        other.open(room);
        for (Visitor tab : List.of(other, leesBrowser)) {
            tab.text().fill("Typed before");
        }
        sessions.endAll(lee.id());
        for (Visitor tab : List.of(other, leesBrowser)) {
            assertThat(tab.page().locator("#sign-in-again")).isVisible();
        }
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Sign in again"));
        dialog.getByLabel("Password").fill(Staff.PASSWORD);
        dialog.getByLabel("Password").press("Enter");
        for (Visitor tab : List.of(leesBrowser, other)) {
            assertThat(tab.page().locator("#sign-in-again")).isHidden();
            assertThat(tab.text()).hasValue("Typed before");
            tab.text().press("Enter");
        }
        for (Visitor tab : List.of(leesBrowser, other)) {
            assertThat(tab.page().locator("article.own[data-sequence]")).hasCount(2);
        }
    }

    @Test
    void beforeTheIdleLogOffThePageWarns() {
        page.clock().install();
        page.reload();
        page.clock().fastForward("28:30");
        page.clock().runFor(6_000);
        Locator warning = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Still there?"));
        assertThat(warning).isVisible();
        leesBrowser.button("Stay signed in").click();
        assertThat(warning).isHidden();
    }

    private List<Integer> sequences() {
        return leesBrowser.messages().all().stream()
                .map(article -> Integer.valueOf(article.getAttribute("data-sequence")))
                .toList();
    }

    private List<String> said() {
        return histories.after(lee, room, 0, 0).messages().stream()
                .map(MessageView::body)
                .toList();
    }
}
