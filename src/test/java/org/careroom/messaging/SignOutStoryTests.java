package org.careroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.careroom.generalrooms.RoomPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who signs out on purpose leaves nothing of what they typed to the next person at this browser. */
@SuppressWarnings("NullAway.Init")
class SignOutStoryTests extends LeesBrowserStory {

    private static final Pattern SIGNED_OUT = Pattern.compile("/login");

    @Autowired
    private RoomPeople roomPeople;

    @Test
    void whatWasTypedAndNotSentIsForgottenAfterAsking() {
        String danas = "careroom.draft." + dana.id() + "." + room;
        page.evaluate("key => localStorage.setItem(key, 'Typed by Dana')", danas);
        leesBrowser.open(room);
        page.route("**/rooms/*/messages", post -> post.fulfill(new Route.FulfillOptions().setStatus(201)));
        leesBrowser.say("Creatinine is 2.1");
        assertThat(leesBrowser.message("Creatinine is 2.1")).containsText("Not sent");
        leesBrowser.text().fill("Potassium is");

        signOut();
        assertThat(question()).containsText("typed and did not send");
        answer("Cancel");
        assertThat(question()).hasCount(0);
        assertThat(kept().toString()).contains(danas, "careroom.draft." + lee.id(), "careroom.unsent." + lee.id());

        signOut();
        answer("Sign out");
        assertThat(page).hasURL(SIGNED_OUT);
        assertThat(kept()).isEqualTo(danas);
    }

    @Test
    void whoHasTypedNothingIsNotAsked() {
        leesBrowser.open(room);
        leesBrowser.say("Sent at once");
        assertThat(leesBrowser.message("Sent at once").and(page.locator("[data-sequence]")))
                .hasCount(1);
        signOut();
        assertThat(page).hasURL(SIGNED_OUT);
    }

    @Test
    void aPageThatStandsAloneForgetsItToo() {
        PeopleAdded made = roomPeople.add(dana, room, List.of(UUID.randomUUID() + "@example.org"), List.of());
        leesBrowser.open(room).text().fill("Potassium is");
        page.navigate(made.invited().get(0).link().replaceFirst("^http://[^/]+", ""));
        leesBrowser.button("Sign out").click();
        answer("Sign out");
        assertThat(page).hasURL(SIGNED_OUT);
        assertThat(kept()).isEqualTo("");
    }

    private void signOut() {
        leesBrowser.button("Account").click();
        page.locator(".rail").getByText("Sign out").click();
    }

    private Locator question() {
        return page.locator("dialog[open]");
    }

    private void answer(String button) {
        question()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    /** The keys of the texts that this browser keeps, in one line. */
    private Object kept() {
        return page.evaluate(
                "() => Object.keys(localStorage).filter(key => /draft|unsent/.test(key)).sort().join(' ')");
    }
}
