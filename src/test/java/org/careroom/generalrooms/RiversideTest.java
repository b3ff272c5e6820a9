package org.careroom.generalrooms;

import org.careroom.CareroomTest;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens in rooms between Dana and Lee of Riverside, and Chris from outside. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
abstract class RiversideTest {

    @Autowired
    Staff staff;

    @Autowired
    TestRooms testRooms;

    @Autowired
    GeneralRooms generalRooms;

    @Autowired
    RoomPeople roomPeople;

    @Autowired
    Rooms rooms;

    OrganizationId riverside;
    Person dana;
    Person lee;
    Person chris;

    @BeforeEach
    void staff() {
        riverside = staff.organization(Plan.PREMIUM);
        dana = staff.member(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
        chris = staff.member(staff.organization(Plan.FREE), "Chris Walker");
    }
}
