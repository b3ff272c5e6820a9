package org.careroom.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.generalrooms.RoomPeople;
import org.careroom.generalrooms.TestRooms;
import org.careroom.messaging.PeopleAdded;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Invitations;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is in no room reads why: only who waits for an approval is told to wait for it. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class WaitingTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private RoomPeople roomPeople;

    @Autowired
    private Invitations invitations;

    @Autowired
    private RoomLife life;

    @Autowired
    private MemberSettings settings;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person dana;

    @BeforeEach
    void riverside() {
        riverside = staff.organization(Plan.PREMIUM);
        dana = staff.member(riverside, "Dana Reyes");
    }

    @Test
    void whoAskedToJoinWaits() {
        assertThat(Browsing.location(
                        home(staff.pending(riverside, "Pat Morgan")).get("/rooms")))
                .isEqualTo("/waiting");
    }

    @Test
    void whoAskedToJoinAndHasLeftARoomWaitsAgain() {
        Person pat = staff.pending(staff.organization(Plan.FREE), "Pat Morgan");
        RoomId room = comeFromOutside(pat);
        assertThat(home(pat).get("/rooms").statusCode()).isEqualTo(200);
        life.leave(pat, room);
        assertThat(Browsing.location(home(pat).get("/rooms"))).isEqualTo("/waiting");
    }

    @Test
    void whomNobodyKnowsWaitsAsWell() {
        assertThat(Browsing.location(home(staff.person("Pat Morgan")).get("/rooms")))
                .isEqualTo("/waiting");
    }

    @Test
    void anOutsidePartnerWhoHasLeftTheirLastRoomWaitsForNothing() {
        Person nora = staff.person("Nora Elsewhere");
        life.leave(nora, comeFromOutside(nora));
        Browsing browser = home(nora);
        assertThat(Browsing.location(browser.get("/"))).isEqualTo("/rooms");
        assertThat(browser.get("/rooms").body())
                .contains("You are in no room. Ask whoever invited you.")
                .doesNotContain("Start a chat");
        assertThat(browser.get("/rooms/new").statusCode()).isEqualTo(403);
    }

    @Test
    void aDeactivatedMemberReadsThatTheirAccessHasEnded() {
        Person lee = staff.member(riverside, "Lee Tran");
        Person amara = staff.admin(riverside, "Amara Diallo");
        testRooms.group(dana, lee);
        settings.deactivate(amara, staff.id(riverside, lee), null);
        Browsing browser = home(lee);
        assertThat(Browsing.location(browser.get("/"))).isEqualTo("/rooms");
        assertThat(browser.get("/rooms").body())
                .contains("an admin has ended your access")
                .doesNotContain("Start a chat");
        assertThat(Browsing.location(browser.get("/waiting"))).isEqualTo("/");
    }

    @Test
    void anActiveMemberReadsWhatRoomsAreFor() {
        assertThat(home(dana).get("/rooms").body())
                .contains("You are in no room yet")
                .contains("Start a chat");
    }

    private RoomId comeFromOutside(Person person) {
        RoomId room = testRooms.group(dana, staff.member(riverside, "Lee Tran"));
        PeopleAdded invited = roomPeople.add(dana, room, List.of(person.email()), List.of());
        invitations.accept(person, invited.invited().get(0).link().replaceFirst(".*/", ""));
        return room;
    }

    private Browsing home(Person person) {
        Browsing browser = new Browsing(port);
        browser.signIn(person.email(), Staff.PASSWORD);
        return browser;
    }
}
