package org.careroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.generalrooms.GeneralRooms;
import org.careroom.generalrooms.RoomPeople;
import org.careroom.generalrooms.TestRooms;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Old page + news = fresh page, for every action (architecture 4). */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class FreshPageStoryTests {

    /** What a reader sees of a room, without what is only of one moment: who is there, and what a test has marked. */
    private static final String SEEN = """
            () => {
              const tidy = element => {
                const copy = element.cloneNode(true);
                copy.querySelectorAll('[data-present], .here, [hidden], .message-menu').forEach(part => part.remove());
                copy.querySelectorAll('*').forEach(part => {
                  for (const name of ['style', 'tabindex', 'aria-expanded', 'value']) part.removeAttribute(name);
                  if (part.classList.length === 0) part.removeAttribute('class');
                  else part.className = [...part.classList].sort().join(' ');
                });
                return copy.innerHTML.replace(/\\s+/g, ' ').replace(/> </g, '>\\n<').replace(/ >/g, '>').trim();
              };
              return ['[data-messages]', '[data-head]', '[data-composer]', '#details', '[data-rows]']
                .map(part => part + '\\n' + tidy(document.querySelector(part))).join('\\n\\n') + document.title;
            }""";

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private GeneralRooms generalRooms;

    @Autowired
    private RoomPeople roomPeople;

    @Autowired
    private Messages messages;

    @Autowired
    private Reading reading;

    @Autowired
    private RoomLife life;

    @LocalServerPort
    private int port;

    @Test
    void anOldPageWithTheNewsIsAFreshPage() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        Person dana = staff.member(riverside, "Dana Reyes");
        Person lee = staff.member(riverside, "Lee Tran");
        Person mei = staff.member(riverside, "Mei Kato");
        RoomId room = testRooms.group(dana, lee);
        testRooms.say(dana, room, "Here from the start");
        reading.readUpTo(lee, room, 2);
        Visitor old = Visitor.signedIn(port, lee).open(room);
        old.openDetails();
        Visitor fresh = old.inAnotherTab();
        old.page().bringToFront();

        List<Runnable> actions = List.of(
                () -> testRooms.say(dana, room, "Posted"),
                () -> testRooms.say(dana, room, "Posted again, with https://example.org and @Lee Tran"),
                () -> testRooms.say(lee, room, "Posted by the reader"),
                () -> testRooms.answer(dana, room, 2, "Quoting"),
                () -> messages.edit(dana, room, 2, "Edited, and so in the quote"),
                () -> messages.edit(dana, room, 6, "The quoting one edited"),
                () -> messages.delete(dana, room, 3),
                () -> messages.delete(dana, room, 2),
                () -> roomPeople.add(dana, room, List.of(mei.email()), List.of()),
                () -> testRooms.say(mei, room, "Posted by the new one"),
                () -> life.remove(dana, room, List.of(mei)),
                () -> life.rename(dana, room, "Renamed"),
                () -> generalRooms.describe(dana, room, "Described", true),
                () -> life.close(dana, room),
                () -> life.reopen(dana, room),
                () -> messages.post(lee, room, new NewMessage("Posted at the end", UUID.randomUUID(), 5L)));
        for (int step = 0; step < actions.size(); step++) {
            actions.get(step).run();
            reading.readUpTo(lee, room, Long.MAX_VALUE); // what is new to whom is another story
            fresh.page().navigate("/rooms/" + room + "?details=true");
            fresh.page().locator("html.js [data-messages] .day").first().waitFor();
            String expected = (String) fresh.page().evaluate(SEEN);
            try {
                old.page().waitForCondition(() -> expected.equals(old.page().evaluate(SEEN)));
            } catch (RuntimeException different) {
                assertThat(old.page().evaluate(SEEN))
                        .as("after action %s", step)
                        .isEqualTo(expected);
                throw different;
            }
        }
        assertThat(old.messages()).hasCount(13);
    }
}
