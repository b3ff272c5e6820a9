package org.careroom.organizationchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.live.Live;
import org.careroom.live.LivePage;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.site.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * No address, frame or error tells a client anything of another client, nor who looks on, who types, who sees to it or what the
 * notes say.
 */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class NothingReachesClientsTests {

    private static final String NOTE = "Insurance has refused twice, do not promise";
    private static final String OTHER = "My other doctor says";
    private static final String OF_TEST = "nudge of this test ";

    @Autowired
    private Staff staff;

    @Autowired
    private TestConversations testConversations;

    @Autowired
    private Notes notes;

    @Autowired
    private Claims claims;

    @Autowired
    private AddingRequests requests;

    @Autowired
    private Live live;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @LocalServerPort
    private int port;

    private Person owner;
    private Person helper;
    private Person jordan;
    private Person avery;
    private RoomId room;
    private RoomId otherRoom;
    private final List<String> forbidden = new ArrayList<>();

    @BeforeEach
    void twoClientsOfOneProvider() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        owner = staff.member(riverside, "Maya Lindqvist");
        helper = staff.member(riverside, "Noah Adeyemi", TestConversations.ORGANIZATION_CHAT);
        jordan = testConversations.client(riverside, owner, "Jordan Ellis");
        avery = testConversations.client(riverside, owner, "Avery Cole");
        room = testConversations.between(owner, jordan);
        otherRoom = testConversations.between(owner, avery);
        testConversations.say(jordan, room, "When may I eat again?");
        testConversations.say(avery, otherRoom, OTHER);
        notes.write(helper, room, UUID.randomUUID(), NOTE);
        notes.write(owner, otherRoom, UUID.randomUUID(), NOTE);
        claims.claim(helper, room);
        requests.ask(helper, room);
        forbidden.addAll(List.of(
                NOTE,
                OTHER,
                "Avery",
                avery.email(),
                avery.id().toString(),
                otherRoom.toString(),
                "Noah",
                helper.email(),
                helper.id().toString(),
                owner.email()));
    }

    @Test
    void noAddressTellsAnything() {
        Browsing browser = signedIn(jordan);
        List<String> told = new ArrayList<>();
        for (RoomId id : List.of(room, otherRoom)) {
            for (String path : paths(true, id)) {
                for (String accept : List.of("text/html", "application/json")) {
                    note(told, path + " as " + accept, browser.get(path, "Accept", accept));
                }
            }
        }
        for (String search : List.of("Avery", "Noah", "Insurance", "other doctor")) {
            String found = browser.get("/chat?q=" + search.replace(" ", "%20"), "Accept", "application/json")
                    .body();
            assertThat(found).as("searching for " + search).contains("\"rooms\":[]");
        }
        assertThat(told).isEmpty();
    }

    @Test
    void noRefusalTellsAnything() {
        Browsing browser = signedIn(jordan);
        List<String> told = new ArrayList<>();
        for (String path : paths(false, otherRoom)) {
            note(told, path, browser.post(path, "body", "x", "note", "x"));
        }
        for (String path :
                List.of("/claim", "/release", "/notes", "/asking", "/owner", "/people", "/leave", "/close")) {
            HttpResponse<String> answer = browser.post(
                    "/rooms/" + room + path,
                    "note",
                    "x",
                    "add",
                    avery.email(),
                    "owner",
                    avery.id().toString());
            assertThat(answer.statusCode()).as(path).isIn(403, 404);
            note(told, path, answer);
        }
        assertThat(told).isEmpty();
    }

    /** Nor do frames, of a page that is open all the time; the last of them shows that the others would have come. */
    @Test
    void noFrameTellsAnything() {
        Browsing browser = signedIn(jordan);
        Browsing helpers = signedIn(helper);
        browser.get("/chat/" + room);
        helpers.get("/chat/" + room);
        try (LivePage page = LivePage.open(port, browser).connect();
                LivePage looking = LivePage.open(port, helpers).connect()) {
            page.send(LivePage.SUBSCRIBE);
            looking.send(LivePage.SUBSCRIBE);
            shows(page, room);
            await().until(() -> page.any("\"type\":\"counters\""));
            allNudgesCome(page, "before");
            int before = page.frames().size();
            shows(looking, room);
            looking.send("SEND\ndestination:/app/room." + room + ".typing\n\n\0");
            notes.write(helper, room, UUID.randomUUID(), NOTE + " anything");
            claims.release(helper, room);
            claims.claim(owner, room);
            testConversations.say(avery, otherRoom, OTHER + " again");
            await().until(() -> looking.any("\"type\":\"presence\""));
            testConversations.say(owner, room, "The last");
            await().until(() -> page.any("The last"));
            allNudgesCome(page, "after");
            List<String> frames = page.frames().subList(before, page.frames().size()).stream()
                    .filter(frame -> frame.startsWith("MESSAGE") && !frame.contains(OF_TEST))
                    .toList();
            assertThat(frames).hasSize(1).allMatch(frame -> frame.contains("The last"));
            assertThat(frames).noneMatch(frame -> forbidden.stream().anyMatch(frame::contains));
        }
    }

    /** Nudges are collected and sent together: whatever was to come before has come with the one before the second. */
    private void allNudgesCome(LivePage page, String when) {
        for (int nudge = 1; nudge <= 2; nudge++) {
            String subject = OF_TEST + when + nudge;
            live.nudge(Set.of(jordan.id()), subject);
            await().until(() -> page.any(subject));
        }
    }

    private static void shows(LivePage page, RoomId room) {
        page.send("SEND\ndestination:/app/presence\ncontent-type:application/json\n\n{\"room\":\"" + room + "\"}\0");
    }

    private List<String> paths(boolean gets, RoomId id) {
        return Address.all(controllers).stream()
                .filter(address -> address.isGet() == gets)
                .map(address -> address.path(Map.of("id", id.toString(), "", id.toString(), "sequence", "1")))
                .toList();
    }

    private void note(List<String> told, String what, HttpResponse<String> answer) {
        forbidden.stream()
                .filter(word -> answer.body().contains(word) && !what.contains(word))
                .forEach(word -> told.add(what + " (" + answer.statusCode() + "): " + word));
    }

    private Browsing signedIn(Person person) {
        Browsing browser = new Browsing(port);
        browser.signIn(person.email(), Staff.PASSWORD);
        return browser;
    }
}
