package org.careroom.organizationchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.live.Live;
import org.careroom.live.LivePage;
import org.careroom.live.News;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.PermissionSettings;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What each combination of the four permissions opens, over real HTTP and the real live connection: nothing but all four together
 * opens anything, and the server refuses whatever the pages hide. (The database takes the fourth only beside the other three.)
 */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class OrganizationChatPermissionTests {

    private static final List<Permission> FOUR = List.of(TestConversations.ORGANIZATION_CHAT);

    @Autowired
    private Staff staff;

    @Autowired
    private TestConversations testConversations;

    @Autowired
    private PermissionSettings permissions;

    @Autowired
    private Live live;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person admin;
    private Person owner;
    private Person client;
    private RoomId room;

    @BeforeEach
    void aConversation() {
        riverside = staff.organization(Plan.PREMIUM);
        admin = staff.admin(riverside, "Amara Diallo");
        owner = staff.member(riverside, "Maya Lindqvist");
        client = testConversations.client(riverside, owner, "Jordan Ellis");
        room = testConversations.between(owner, client);
        testConversations.say(client, room, "When may I eat again?");
    }

    static Stream<Set<Permission>> combinations() {
        return IntStream.range(0, 1 << FOUR.size())
                .mapToObj(bits -> IntStream.range(0, FOUR.size())
                        .filter(bit -> (bits & 1 << bit) != 0)
                        .mapToObj(FOUR::get)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class))))
                .filter(some -> !some.contains(Permission.ORGANIZATION_CHAT) || some.size() == FOUR.size())
                .map(some -> (Set<Permission>) some);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void onlyAllFourOpenAnything(Set<Permission> some) {
        Person member = staff.member(riverside, "Noah Adeyemi", some.toArray(Permission[]::new));
        Browsing browser = new Browsing(port);
        browser.signIn(member.email(), Staff.PASSWORD);
        boolean holds = some.contains(Permission.ORGANIZATION_CHAT);
        Map<String, Integer> got = new LinkedHashMap<>();
        Map<String, Integer> expected = new LinkedHashMap<>();
        ask(browser).forEach((what, answer) -> {
            got.put(what, answer.status());
            expected.put(what, holds ? answer.withAll() : 404);
        });
        assertThat(got).isEqualTo(expected);
        assertThat(browser.get("/chat").body().contains("href=\"/chat/organization\""))
                .isEqualTo(holds);
        assertThat(newsComeTo(member, browser)).isEqualTo(holds);
    }

    /** What was asked, the answer, and what somebody with all four permissions is answered. */
    private record Answer(int status, int withAll) {}

    private Map<String, Answer> ask(Browsing browser) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        String[] html = {"Accept", "text/html"};
        String[] json = {"Accept", "application/json"};
        answers.put("list", get(browser, "/chat/organization", 200, html));
        answers.put("list fragment", get(browser, "/chat/organization/list", 200, html));
        answers.put("list JSON", get(browser, "/chat/organization", 200, json));
        answers.put("search", get(browser, "/chat/organization?q=Jordan", 200, html));
        answers.put("filter", get(browser, "/chat/organization?show=unread&client=Jordan", 200, html));
        answers.put("open", get(browser, "/chat/" + room, 200, html));
        answers.put("open as a room", get(browser, "/rooms/" + room, 200, html));
        answers.put("messages JSON", get(browser, "/rooms/" + room + "/messages", 200, json));
        answers.put("state", get(browser, "/rooms/" + room + "/state", 200, html));
        answers.put("panel", get(browser, "/rooms/" + room + "/details", 200, html));
        answers.put("message details", get(browser, "/rooms/" + room + "/messages/2", 200, html));
        answers.put("people", get(browser, "/rooms/" + room + "/people", 200, json));
        answers.put("reply", post(browser, "/messages", 403, "body", "Hello", "clientKey", key()));
        answers.put(
                "confirm",
                post(
                        browser,
                        "/messages/confirm",
                        200,
                        "body",
                        "Hi",
                        "clientKey",
                        key(),
                        "onBehalf",
                        "true",
                        "seen",
                        "9"));
        answers.put(
                "on behalf",
                post(browser, "/messages", 201, "body", "Hi", "clientKey", key(), "onBehalf", "true", "seen", "9"));
        answers.put("edit", post(browser, "/messages/2", 403, "body", "Changed"));
        answers.put("delete", post(browser, "/messages/2/delete", 403));
        answers.put("archive", post(browser, "/archived", 404, "archived", "true"));
        answers.put("claim", post(browser, "/claim", 303));
        answers.put("release", post(browser, "/release", 303));
        answers.put("note", post(browser, "/notes", 303, "note", "Called him."));
        answers.put("ask to be added", post(browser, "/asking", 303));
        answers.put("add people", post(browser, "/people", 403, "add", owner.email()));
        answers.put("remove people", post(browser, "/people", 403, "remove", client.email()));
        answers.put("rename", post(browser, "/name", 403, "name", "Mine now"));
        answers.put(
                "another owner",
                post(browser, "/owner", 403, "owner", owner.id().toString()));
        answers.put("leave", post(browser, "/leave", 403));
        answers.put("close", post(browser, "/close", 403));
        answers.put("reopen", post(browser, "/reopen", 403));
        return answers;
    }

    private static Answer get(Browsing browser, String address, int withAll, String... headers) {
        return new Answer(browser.get(address, headers).statusCode(), withAll);
    }

    private Answer post(Browsing browser, String address, int withAll, String... fields) {
        String accept = withAll == 303 || address.endsWith("confirm") ? "text/html" : "application/json";
        HttpResponse<String> answer = browser.submit("/rooms/" + room + address, accept, fields);
        return new Answer(answer.statusCode(), withAll);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private boolean newsComeTo(Person member, Browsing browser) {
        Browsing ownersBrowser = new Browsing(port);
        ownersBrowser.signIn(owner.email(), Staff.PASSWORD);
        try (LivePage page = LivePage.open(port, browser).connect();
                LivePage owners = LivePage.open(port, ownersBrowser).connect()) {
            page.send(LivePage.SUBSCRIBE);
            owners.send(LivePage.SUBSCRIBE);
            String words = "Said " + UUID.randomUUID();
            await().until(() -> {
                testConversations.say(owner, room, words);
                return owners.any(words);
            });
            testConversations.say(owner, room, "The last, " + words);
            await().until(() -> owners.any("The last, " + words));
            live.tell(Set.of(member.id()), News.of("chat", "marker", Map.of()));
            await().until(() -> page.any("marker"));
            return page.any(words);
        }
    }

    @Test
    void takenAwayItEndsOpenPagesAtOnce() {
        Person helper = staff.member(riverside, "Noah Adeyemi", TestConversations.ORGANIZATION_CHAT);
        Browsing browser = new Browsing(port);
        browser.signIn(helper.email(), Staff.PASSWORD);
        try (LivePage page = LivePage.open(port, browser).connect()) {
            page.send(LivePage.SUBSCRIBE);
            await().until(() -> {
                testConversations.say(owner, room, "Before");
                return page.any("Before");
            });
            permissions.change(
                    admin,
                    staff.id(riverside, helper),
                    EnumSet.of(Permission.SEARCH_CLIENTS, Permission.SEE_CLIENTS),
                    true);
            await().until(() -> page.any("\"type\":\"access\""));
            testConversations.say(owner, room, "Behind it");
            live.tell(Set.of(helper.id()), News.of("chat", "marker", Map.of()));
            await().until(() -> page.any("marker"));
            assertThat(browser.get("/rooms/" + room).statusCode()).isEqualTo(404);
            assertThat(browser.get("/chat/organization").statusCode()).isEqualTo(404);
            assertThat(page.any("Behind it")).isFalse();
        }
    }

    @Test
    void whoeverIsInItIsNotAskedForPermissions() {
        Person colleague = staff.member(riverside, "Sofia Rossi");
        testConversations.add(owner, room, colleague);
        Browsing browser = new Browsing(port);
        browser.signIn(colleague.email(), Staff.PASSWORD);
        assertThat(browser.get("/chat/" + room).statusCode()).isEqualTo(200);
        assertThat(browser.get("/chat", "Accept", "application/json").body()).contains(room.toString());
        assertThat(browser.get("/chat/organization").statusCode()).isEqualTo(404);
        String[] onBehalf = {"body", "In whose name?", "clientKey", key(), "onBehalf", "true", "seen", "99"};
        assertThat(browser.submit("/rooms/" + room + "/messages", "application/json", onBehalf)
                        .statusCode())
                .isEqualTo(403);
    }
}
