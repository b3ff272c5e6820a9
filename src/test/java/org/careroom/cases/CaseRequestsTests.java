package org.careroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.careroom.CareroomTest;
import org.careroom.live.LivePage;
import org.careroom.live.LivePages;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a follower asks the admins of the case for. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class CaseRequestsTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestCases testCases;

    @Autowired
    private CasePages pages;

    @Autowired
    private CaseRequests requests;

    @Autowired
    private LivePages livePages;

    @Test
    void anOpenPageOfTheCaseRoomGetsARequestWithTheWayToAnswerIt() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        Person dana = staff.admin(riverside, "Dana Reyes");
        Person lee = staff.member(riverside, "Lee Tran");
        CaseId id = testCases.recovery(dana, riverside);
        RoomId room = testCases.room(dana, id, testCases.group(dana, id, "OR team", List.of(), lee));
        RoomId own = pages.ofAdmin(dana, id).room();
        try (LivePage page = livePages.open(dana)) {
            requests.ask(lee, room, RoomAction.LEAVE);
            await().until(() -> page.any("asks to leave"));
            assertThat(page.frames())
                    .filteredOn(frame -> frame.contains("asks to leave"))
                    .anySatisfy(frame -> assertThat(frame).contains("/rooms/" + own + "?details=true"));
        }
    }
}
