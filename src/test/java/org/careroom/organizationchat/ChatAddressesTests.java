package org.careroom.organizationchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The addresses of the lists of conversations, as somebody types them who wishes the server ill. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ChatAddressesTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestConversations testConversations;

    @LocalServerPort
    private int port;

    private Browsing helper;
    private RoomId room;

    @BeforeEach
    void aHelper() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        Person maya = staff.member(riverside, "Maya Lindqvist");
        room = testConversations.between(maya, testConversations.client(riverside, maya, "Jordan Ellis"));
        Person noah = staff.member(riverside, "Noah Adeyemi", TestConversations.ORGANIZATION_CHAT);
        helper = new Browsing(port);
        helper.signIn(noah.email(), Staff.PASSWORD);
    }

    @Test
    void whatIsNoListIsRefused() {
        for (String address : List.of("/chat", "/chat/list", "/chat/organization", "/chat/organization/list")) {
            for (String query :
                    List.of("show=nonsense", "provider=x", "after=x", "q=%00", "client=%00", "q=" + "x".repeat(121))) {
                assertThat(helper.get(address + "?" + query).statusCode())
                        .as("%s?%s", address, query)
                        .isIn(400, 404);
            }
        }
        assertThat(helper.get("/chat/organization?organization=x").statusCode()).isEqualTo(404);
    }

    @Test
    void theListBesideAConversationIsCheckedLikeTheListItself() {
        for (String view : List.of(
                "organization~nonsense~~~",
                "organization~open~x~~",
                "organization~open~~%00~",
                "organization~open~~~%00",
                "organization~open~~~" + "x".repeat(121))) {
            assertThat(helper.get("/chat/" + room + "?view=" + view).statusCode())
                    .as(view)
                    .isIn(400, 404);
        }
    }

    @Test
    void whatIsLookedForMayHoldAnything() {
        for (String typed : List.of("%25", "_", "%27", "%5C", "%3A%2A", "%26%20%7C%20%21", "%20%20", "%F0%9F%98%80")) {
            for (String address : List.of(
                    "/chat?q=",
                    "/chat/organization?q=",
                    "/chat/organization?client=",
                    "/chat/" + room + "?view=organization~open~~~")) {
                assertThat(helper.get(address + typed).statusCode())
                        .as("%s%s", address, typed)
                        .isEqualTo(200);
            }
        }
    }
}
