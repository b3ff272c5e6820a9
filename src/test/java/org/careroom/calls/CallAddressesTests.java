package org.careroom.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.careroom.people.Identity;
import org.careroom.site.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call over HTTP, and its addresses for those who have nothing to do with it: as if there were no such call. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class CallAddressesTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private TestCalls testCalls;

    @Autowired
    private CallSeats seats;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @LocalServerPort
    private int port;

    private TestCalls.Room room;
    private Identity dana;
    private Browsing danas;

    @BeforeEach
    void aRoom() {
        room = testCalls.meeting();
        dana = room.host("Dana Reyes");
        danas = signedIn(dana);
    }

    @Test
    void aPageTakesItsSeatSaysThatItIsThereAndLeaves() {
        HttpResponse<String> entered = post(danas, "/seat");
        assertThat(entered.statusCode()).isEqualTo(201);
        JsonNode seat = JSON.readTree(entered.body());
        assertThat(seat.get("state").asString()).isEqualTo("SEATED");
        assertThat(seat.get("ice")).isEmpty();
        assertThat(seat.get("seats").get(0).get("name").asString()).isEqualTo("Dana Reyes");
        assertThat(post(danas, "/seat").statusCode()).isEqualTo(409);
        String id = seat.get("seat").asString();
        JsonNode here = JSON.readTree(
                post(danas, "/seat/" + id + "/here", "muted", "true").body());
        assertThat(here.get("seats").get(0).get("muted").asBoolean()).isTrue();
        assertThat(post(danas, "/seat/" + id + "/leave").statusCode()).isEqualTo(204);
        assertThat(JSON.readTree(post(danas, "/seat/" + id + "/here").body())
                        .get("state")
                        .asString())
                .isEqualTo("ENDED");
    }

    @Test
    void chatIsTakenOnceForAKey() {
        String seat = JSON.readTree(post(danas, "/seat").body()).get("seat").asString();
        String key = UUID.randomUUID().toString();
        String[] message = {"seat", seat, "body", "Hello", "clientKey", key};
        assertThat(post(danas, "/chat", message).statusCode()).isEqualTo(201);
        assertThat(post(danas, "/chat", message).statusCode()).isEqualTo(200);
        assertThat(post(danas, "/chat", "seat", seat, "body", "x".repeat(2_001), "clientKey", key)
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(danas, "/chat", "seat", seat, "body", "Hello", "clientKey", "x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(danas.get(address("/chat?seat=" + seat), "Accept", "application/json")
                        .body())
                .contains("\"sequence\":1", "\"body\":\"Hello\"")
                .doesNotContain("\"sequence\":2");
    }

    @Test
    void aPageThatHasRunWildIsToldToWaitAndKeepsNobodyElseOut() {
        post(danas, "/seat");
        int answer = 0;
        for (int attempt = 0; attempt < 5_000 && answer != 429; attempt++) {
            answer = danas.get("/calls/" + room.call + "/chat?seat=" + UUID.randomUUID(), "Accept", "application/json")
                    .statusCode();
            assertThat(answer).isIn(404, 429);
        }
        assertThat(answer).isEqualTo(429);
        Browsing lee = signedIn(room.host("Lee Tran"));
        assertThat(post(lee, "/seat").statusCode()).isEqualTo(201);
    }

    @Test
    void whoIsRefusedIsToldWhy() {
        testCalls.fill(room, 0);
        HttpResponse<String> full = post(danas, "/seat");
        assertThat(full.statusCode()).isEqualTo(403);
        assertThat(full.body()).contains("call.refused.full", "The room is full");
    }

    @Test
    void toAllOthersThereIsNoSuchCall() {
        SeatView lees = room.enter(room.host("Lee Tran"));
        Browsing elsewhere = signedIn(testCalls.meeting().host("Omar Haddad"));
        List<String> got = new ArrayList<>();
        for (Address address : Address.all(controllers)) {
            if (!address.pattern().startsWith("/calls/")) {
                continue;
            }
            String path = address.path(
                    Map.of("id", room.call.toString(), "seat", lees.seat().toString()));
            String query = "seat=" + lees.seat();
            HttpResponse<String> answer = address.isGet()
                    ? elsewhere.get(path + "?" + query)
                    : elsewhere.post(
                            path,
                            "seat",
                            lees.seat().toString(),
                            "body",
                            "x",
                            "clientKey",
                            UUID.randomUUID().toString());
            if (answer.statusCode() != 404) {
                got.add(address + ": " + answer.statusCode());
            }
        }
        assertThat(got).isEmpty();
        assertThat(room.here(dana, room.enter(dana)).others()).hasSize(2);
    }

    @Test
    void theScreenIsThereForGuestsAndTheEndForThoseWhoWereIn() {
        TestCalls.Guest guest = room.let("Amara Bell", Admission.guest("Amara Bell"));
        Browsing stranger = new Browsing(port);
        String as = "?as=" + guest.identity().id();
        assertThat(stranger.get(address("")).statusCode()).isEqualTo(302);
        HttpResponse<String> over = stranger.get(address(as));
        assertThat(over.statusCode()).isEqualTo(404);
        assertThat(over.body()).contains("This call has ended").doesNotContain("Sign in");
        HttpResponse<String> page = stranger.get(address(as), "Cookie", guest.cookie());
        assertThat(page.body()).contains("data-as=\"" + guest.identity().id()).doesNotContain("data-person");
        assertThat(page.body()).doesNotContain("Guest link of the place", "Lock call", "End call");
        assertThat(danas.get(address("")).body())
                .contains("Guest link of the place", "Lock call", "End call", "data-person=\"" + dana.id())
                .doesNotContain("data-as=");
        assertThat(danas.get(address(""), "HX-Request", "true").headers().firstValue("HX-Redirect"))
                .contains(address(""));
        seats.leave(dana, room.call, room.enter(dana).seat());
        assertThat(danas.get(address("")).body()).contains("This call has ended", "/call-test?ended");
        assertThat(stranger.get(address(as), "Cookie", guest.cookie()).statusCode())
                .isEqualTo(404);
    }

    private Browsing signedIn(Identity who) {
        Browsing browser = new Browsing(port);
        browser.signIn(Objects.requireNonNull(who.person()).email(), Staff.PASSWORD);
        return browser;
    }

    private String address(String behind) {
        return "/calls/" + room.call + behind;
    }

    private HttpResponse<String> post(Browsing browser, String behind, String... fields) {
        return browser.submit(address(behind), "application/json", fields);
    }
}
