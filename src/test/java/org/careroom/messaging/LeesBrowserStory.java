package org.careroom.messaging;

import com.microsoft.playwright.Page;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.generalrooms.TestRooms;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What happens in Lee's browser, to a room that Dana made with Lee in it. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
abstract class LeesBrowserStory {

    @Autowired
    TestRooms testRooms;

    @LocalServerPort
    int port;

    Person dana;
    Person lee;
    RoomId room;
    Visitor leesBrowser;
    Page page;

    @Autowired
    private Staff staff;

    @BeforeEach
    void leeSignsIn() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        dana = staff.member(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
        room = testRooms.group(dana, lee);
        leesBrowser = Visitor.signedIn(port, lee);
        page = leesBrowser.page();
    }
}
