package org.careroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.generalrooms.TestRooms;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser that runs no script still posts, reads and leaves. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class WithoutScriptStoryTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private RoomLife life;

    @LocalServerPort
    private int port;

    private Person dana;
    private Visitor visitor;
    private Page page;
    private RoomId room;

    @BeforeEach
    void aRoom() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        dana = staff.member(riverside, "Dana Reyes");
        Person lee = staff.member(riverside, "Lee Tran");
        room = testRooms.group(dana, lee);
        visitor = Visitor.signedIn(lee, Visitor.options(port).setJavaScriptEnabled(false));
        page = visitor.page();
    }

    @Test
    void oneReadsAndPosts() {
        testRooms.say(dana, room, "Is anybody there?");
        visitor.row("Morning round").click();
        assertThat(visitor.message("Is anybody there?")).isVisible();

        visitor.text().fill("I am");
        visitor.button("Send").click();
        assertThat(page).hasURL(Pattern.compile("/rooms/" + room + "$"));
        assertThat(visitor.message("I am")).hasCount(1);
        assertThat(visitor.text()).hasValue("");

        Browsers.pardon("400");
        visitor.text().fill("x".repeat(10_001));
        visitor.button("Send").click();
        assertThat(page.getByText("At most 10,000 characters.")).isVisible();
        assertThat(visitor.text()).hasValue("x".repeat(10_001));
    }

    @Test
    void whatIsTypedIsKeptWhenTheRoomWasClosedMeanwhile() {
        Browsers.pardon("403");
        page.navigate("/rooms/" + room);
        life.close(dana, room);
        visitor.text().fill("Typed too late");
        visitor.button("Send").click();
        assertThat(page.locator(".composer .kept")).hasText("Typed too late");
        assertThat(visitor.text()).hasCount(0);
        assertThat(page.getByText("{0}")).hasCount(0);
    }

    @Test
    void oneReadsTheWholeLogByLinks() {
        testRooms.sayMany(dana, room, "Message", 150);
        testRooms.answer(dana, room, 3, "Back to the start");
        page.navigate("/rooms/" + room);
        assertThat(page.locator("#m1")).isVisible(); // unread from the start
        assertThat(visitor.message("Message 150")).hasCount(0);
        visitor.link("First unread message").click();
        assertThat(page.locator("#m1")).isInViewport();
        visitor.link("Newer messages").click();
        visitor.link("Newer messages").click();
        assertThat(visitor.message("Message 150")).isVisible();
        assertThat(visitor.link("Newer messages")).isHidden();

        visitor.link("Dana Reyes: Message 2").click();
        assertThat(page.locator("#m3")).isInViewport();

        page.navigate("/rooms/" + room + "?before=152");
        visitor.link("Older messages").click();
        visitor.link("Older messages").click();
        assertThat(page.locator("#m1")).isVisible();
        assertThat(visitor.link("Older messages")).isHidden();
    }

    @Test
    void aRoomOpensAtItsEnd() {
        testRooms.sayMany(dana, room, "Message", 40);
        page.navigate("/rooms/" + room);
        assertThat(visitor.message("Message 40")).isInViewport();
        visitor.text().fill("I have seen all of them");
        visitor.button("Send").click();
        assertThat(visitor.message("I have seen all of them")).isInViewport();
        assertThat(page.locator("#m1")).not().isInViewport();
    }

    @Test
    void oneSaysThatOneHasRead() {
        testRooms.say(dana, room, "Is anybody there?");
        page.navigate("/rooms");
        assertThat(visitor.row("Morning round").locator("[data-count-number]")).hasText("2");
        page.navigate("/rooms/" + room);
        visitor.button("Mark as read").click();
        assertThat(visitor.button("Mark as read")).hasCount(0);
        assertThat(visitor.row("Morning round").locator("[data-count]")).isHidden();
    }

    @Test
    void oneOpensTheDetailsMutesAndLeaves() {
        page.navigate("/rooms/" + room);
        visitor.button("Room details").click();
        assertThat(page).hasURL(Pattern.compile("details=true"));
        assertThat(visitor.region("Close the room")).containsText("Ask Dana Reyes, or leave the room or mute it.");
        visitor.link("Close room details").click();
        assertThat(page.locator("#details")).isHidden();

        visitor.button("Room details").click();
        visitor.button("Mute").click();
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Muted"))
                        .first())
                .isVisible();

        visitor.button("Room details").click();
        assertThat(visitor.button("Leave the room")).hasCount(0);
        page.locator("summary", new Page.LocatorOptions().setHasText("Leave the room"))
                .click();
        assertThat(page.getByText("Leave Morning round?")).isVisible();
        visitor.button("Leave the room").click();
        assertThat(page).hasURL(Pattern.compile("/rooms$"));
        assertThat(visitor.row("Morning round")).hasCount(0);
        assertThat(page.navigate("/rooms/" + room).status()).isEqualTo(404);
        Browsers.pardon("404");
    }
}
