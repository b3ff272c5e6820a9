package org.careroom.generalrooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.live.LivePages;
import org.careroom.messaging.ParticipantView;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The form that says who goes and who comes does all of it or nothing. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class RoomPeopleTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private RoomPeople roomPeople;

    @Autowired
    private Rooms rooms;

    @Autowired
    private LivePages pages;

    private final String stranger = "kim." + UUID.randomUUID() + "@elsewhere.example";
    private Person dana;
    private Person lee;
    private Person mei;
    private RoomId room;
    private Browsing browser;

    @BeforeEach
    void aRoom() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        dana = staff.member(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
        mei = staff.member(riverside, "Mei Kato");
        room = testRooms.group(dana, lee);
        roomPeople.add(dana, room, List.of(stranger), List.of());
        browser = pages.signIn(dana);
    }

    @Test
    void whoGoesAndWhoComesAreChangedByOneForm() {
        assertThat(answer("remove", lee.email(), "remove", stranger, "add", mei.email()))
                .isEqualTo(303);
        assertThat(people()).containsExactly("Dana Reyes", "Mei Kato");
        assertThat(asked()).isEmpty();
    }

    @Test
    void aFormThatIsWrongSomewhereChangesNothing() {
        assertThat(answer("remove", lee.email(), "remove", stranger, "add", "nonsense"))
                .isEqualTo(400);
        assertThat(answer("remove", lee.email(), "teams", UUID.randomUUID().toString()))
                .isEqualTo(404);
        assertThat(people()).containsExactly("Dana Reyes", "Lee Tran");
        assertThat(asked()).containsExactly(stranger);
    }

    private int answer(String... fields) {
        return browser.post("/rooms/" + room + "/people", fields).statusCode();
    }

    private List<String> people() {
        return rooms.panel(dana, room).people().stream()
                .map(ParticipantView::name)
                .toList();
    }

    private List<String> asked() {
        return ((GeneralRoomDetails.View) rooms.panel(dana, room).details()).strangers();
    }
}
