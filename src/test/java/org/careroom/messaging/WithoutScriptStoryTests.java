package org.careroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
}
