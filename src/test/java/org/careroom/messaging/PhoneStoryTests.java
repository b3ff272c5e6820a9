package org.careroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
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

/** Rooms on a phone of 360 px: one pane at a time, nothing sticks out, the way back works. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class PhoneStoryTests {

    private static final String LONG_WORD = "Pneumonoultramicroscopicsilicovolcanoconiosis".repeat(4);

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private RoomLife life;

    @LocalServerPort
    private int port;

    private Visitor phone;
    private Page page;
    private RoomId room;

    @BeforeEach
    void aCrowdedRoom() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        Person dana = staff.member(riverside, "Dana " + LONG_WORD.substring(0, 90));
        Person lee = staff.member(riverside, "Lee Tran");
        room = testRooms.group(dana, lee);
        life.rename(dana, room, LONG_WORD.substring(0, 120));
        testRooms.say(dana, room, LONG_WORD);
        testRooms.say(dana, room, "https://example.org/" + LONG_WORD);
        testRooms.say(dana, room, "مرحبا، النتائج جاهزة الآن 👩🏽‍⚕️");
        testRooms.answer(dana, room, 3, LONG_WORD);
        phone = Visitor.onPhone(port, lee);
        page = phone.page();
    }

    @Test
    void noPageScrollsSideways() {
        for (String address : List.of(
                "/rooms",
                "/rooms?show=closed",
                "/rooms/new",
                "/rooms/" + room,
                "/rooms/" + room + "?details=true",
                "/profile",
                "/settings",
                "/rooms/none",
                "/login")) {
            Browsers.pardon("404");
            page.navigate(address);
            assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .as(address)
                    .isEqualTo(0);
            assertThat(page.evaluate("[...document.querySelectorAll('.pane, .log, .page')]"
                            + ".filter(part => part.scrollWidth > part.clientWidth).map(part => part.className)"))
                    .as(address)
                    .isEqualTo(List.of());
        }
    }

    @Test
    void oneGoesFromTheListIntoARoomAndBack() {
        phone.page().locator("careroom-rooms a").first().click();
        assertThat(phone.text()).isVisible();
        assertThat(page.locator(".pane.list")).isHidden();
        phone.text().fill("From the corridor");
        phone.button("Send").click();
        assertThat(phone.message("From the corridor")).isInViewport();
        phone.link("Back to Rooms").click();
        assertThat(page.locator(".pane.list")).isVisible();
        page.goBack();
        assertThat(phone.text()).isVisible();
    }

    @Test
    void theDetailsLieOverEverythingAndGiveTheFocusBack() {
        phone.open(room);
        phone.text().fill("Half typed");
        phone.openDetails();
        assertThat(phone.link("Close room details")).isFocused();
        assertThat(page.locator(".pane.conversation[inert]")).hasCount(1); // nothing under the panel can be reached
        assertThat(page.locator(".rail[inert]")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("details=true"));
        page.keyboard().press("Escape");
        assertThat(phone.button("Room details")).isFocused();
        assertThat(page.locator("#details")).isHidden();
        assertThat(phone.text()).hasValue("Half typed");

        phone.openDetails();
        page.goBack();
        assertThat(page.locator("#details")).isHidden();
        assertThat(page).hasURL(Pattern.compile("/rooms/" + room + "$"));
        assertThat(phone.text()).hasValue("Half typed");
    }
}
