package org.careroom.generalrooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.organizations.Level;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a room's panel tells of the people in it. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class GeneralRoomDetailsTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Members members;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private RoomInvitations invitations;

    @LocalServerPort
    private int port;

    @Test
    void jobRolesAreThoseOfTheRoomsOrganizationAndNoOtherOneIsToldOf() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        OrganizationId northlake = staff.organization(Plan.FREE);
        Person dana = staff.member(riverside, "Dana Reyes");
        Person lee = staff.member(riverside, "Lee Tran");
        Person nora = staff.person("Nora Elsewhere");
        members.enroll(northlake, lee.id(), Level.MEMBER, "Dietitian", Set.of());
        members.enroll(northlake, nora.id(), Level.MEMBER, "Perfusionist", Set.of());
        RoomId room = testRooms.group(dana, lee, nora);
        invitations.accept(nora, room);
        Browsing browser = new Browsing(port);
        browser.signIn(dana.email(), Staff.PASSWORD);
        assertThat(browser.get("/rooms/" + room + "/details").body())
                .contains("Nora Elsewhere")
                .contains("from outside")
                .contains("Surgeon")
                .doesNotContain("Dietitian")
                .doesNotContain("Perfusionist")
                .doesNotContain(staff.membership(nora, northlake).organizationName());
    }

    /** On a phone these stand in place of the headings, which are hidden there. */
    @Test
    void theListOfAnAdminLabelsEachValue() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        testRooms.group(staff.member(riverside, "Dana Reyes"), staff.member(riverside, "Lee Tran"));
        Browsing browser = new Browsing(port);
        browser.signIn(staff.admin(riverside, "Amara Diallo").email(), Staff.PASSWORD);
        assertThat(browser.get("/settings/rooms").body())
                .contains("data-label=\"Organization\"")
                .contains("data-label=\"People\"")
                .contains("data-label=\"State\">open");
    }
}
