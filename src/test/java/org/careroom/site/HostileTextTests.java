package org.careroom.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.live.LivePage;
import org.careroom.live.LivePages;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever people are called and write is stored and shown as text, and turns nothing round that stands beside it. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class HostileTextTests {

    /** Markup that would run, quotes that would end an attribute, an expression, and a right-to-left override (Unicode, 3.4 bidi). */
    private static final String HOSTILE =
            "\"'><script>alert(1)</script><img src=x onerror=alert(2)>${7*7} \u202Egnp.exe MARK";

    private static final Pattern SHOWN = Pattern.compile("<(\\w+)([^<>]*)>[^<>]*MARK");

    @Autowired
    private Staff staff;

    @Autowired
    private LivePages pages;

    @Test
    void namesRoomsAndMessagesAreTextOnEveryPage() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        Person dana = staff.member(riverside, "Dana");
        Person lee = staff.admin(riverside, "Lee");
        Browsing browser = renamed(dana);
        Browsing admin = renamed(lee);
        String room = Browsing.location(browser.post(
                "/rooms",
                "name",
                "Room " + HOSTILE,
                "description",
                "For " + HOSTILE,
                "people",
                lee.email(),
                "message",
                "Hello"));
        assertThat(room).startsWith("/rooms/");
        LivePage lees = pages.open(lee);
        String text = HOSTILE + "\n@Lee " + HOSTILE + " https://example.org/\"onmouseover=alert(3)";
        browser.post(
                room + "/messages", "body", text, "clientKey", UUID.randomUUID().toString());
        browser.post(
                room + "/messages",
                "body",
                "Answer " + HOSTILE,
                "quotes",
                "3",
                "clientKey",
                UUID.randomUUID().toString());
        pages.settle(lee, lees);

        for (String path : List.of(
                "/rooms",
                "/rooms/list",
                "/rooms/new",
                "/profile",
                room,
                room + "?details=true",
                room + "/details",
                room + "/state",
                room + "/messages?after=0",
                room + "/messages/3")) {
            assertIsText(path, browser.get(path, "Accept", "text/html").body());
        }
        assertIsText(
                "/settings/rooms",
                admin.get("/settings/rooms?organization=" + riverside).body());
        assertThat(browser.get(room + "/messages?after=2", "Accept", "application/json")
                        .body())
                .contains("<script>alert(1)</script>");

        List<String> frames =
                lees.frames().stream().filter(frame -> frame.contains("MARK")).toList();
        assertThat(frames).hasSizeGreaterThanOrEqualTo(2);
        frames.forEach(frame -> assertIsText("frame", htmlOf(frame)));
        lees.close();
    }

    private Browsing renamed(Person person) {
        Browsing browser = pages.signIn(person);
        browser.post("/profile", "name", person.name() + " " + HOSTILE, "language", "en", "zone", "UTC");
        assertThat(staff.again(person).name()).isEqualTo(person.name() + " " + HOSTILE);
        return browser;
    }

    private static String htmlOf(String frame) {
        Matcher html = Pattern.compile("\"html\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(frame);
        assertThat(html.find()).isTrue();
        return html.group(1).replace("\\\"", "\"").replace("\\n", "\n");
    }

    private static void assertIsText(String where, String html) {
        assertThat(html).as(where).contains("MARK").doesNotContain("<script>alert", "<img src=x", "\"'>", "49 ");
        String shown = html.replaceAll("&[a-z0-9#]+;", "_").replaceAll("=\"[^\"]*\"", "=\"\"");
        assertThat(shown).as(where).doesNotContainPattern("<[^>]*\\son(error|mouseover)=");
        String withDirections = html.replaceAll("&[a-z0-9#]+;", "_");
        assertThat(SHOWN.matcher(shown).results().map(found -> found.group(1)).toList())
                .as(where + ": what holds words of people is a bdi, or has its own direction")
                .isSubsetOf("bdi", "title", "textarea", "option", "div", "p", "a", "span");
        Matcher block = Pattern.compile("<(?:div|p)([^<>]*)>[^<>]*MARK").matcher(withDirections);
        while (block.find()) {
            assertThat(block.group(1)).as(where).contains("dir=\"auto\"");
        }
    }
}
