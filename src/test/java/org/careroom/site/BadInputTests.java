package org.careroom.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.generalrooms.TestRooms;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Bad input gets a clear answer at its place, as a page and as JSON; nothing typed is lost and nothing stored half. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class BadInputTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MEBIBYTE = "x".repeat(1024 * 1024);

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @LocalServerPort
    private int port;

    private Browsing browser;
    private RoomId room;

    @BeforeEach
    void aRoom() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        Person dana = staff.admin(riverside, "Dana Reyes");
        room = testRooms.group(dana, staff.member(riverside, "Lee Tran"));
        testRooms.say(dana, room, "The first one");
        browser = new Browsing(port);
        browser.signIn(dana.email(), Staff.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t ", "\u200b", "a\0b", "a\u0007b", "long"})
    void aMessageThatCannotBeKeptComesBackWithTheReasonAndTheText(String typed) {
        String body = typed.equals("long") ? "y".repeat(10_001) : typed;
        String[] form = {"body", body, "clientKey", UUID.randomUUID().toString()};
        HttpResponse<String> page = browser.post(messages(), form);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"").containsAnyOf("Enter something", "too long", "character");
        if (typed.equals("long")) {
            assertThat(page.body()).contains(body);
        }
        HttpResponse<String> json = browser.submit(messages(), "application/json", form);
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).contains("\"error\":\"invalid\"").contains("\"field\":\"body\"");
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void tenThousandCharactersAreNotTooLong() {
        assertThat(say("z".repeat(10_000), UUID.randomUUID().toString()).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1-1-1-1-1", "0190b5a0-0000-7000-8000-00000000000", "\0"})
    void aClientKeyIsAUuid(String key) {
        HttpResponse<String> json = say("Hello", key);
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).contains("\"field\":\"clientKey\"");
        assertThat(browser.post(messages(), "body", "What I typed", "clientKey", key)
                        .body())
                .contains("What I typed");
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void brokenTextOfAnotherEncodingIsRefusedOrShownAsSuch() {
        HttpResponse<String> answer = browser.raw(
                "POST",
                messages(),
                "clientKey=" + UUID.randomUUID() + "&body=lone%ED%A0%80surrogate",
                "Content-Type",
                FORM,
                "Accept",
                "application/json");
        assertThat(answer.statusCode()).isIn(201, 400);
        assertThat(browser.get("/rooms/" + room).statusCode()).isEqualTo(200);
    }

    @Test
    void aMebibyteInAFieldGetsTheFormWithTheTextAndMoreGets413() {
        HttpResponse<String> page = browser.post(
                messages(), "body", MEBIBYTE, "clientKey", UUID.randomUUID().toString());
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("At most 10,000 characters").contains(MEBIBYTE);
        HttpResponse<String> made = browser.post("/rooms", "name", MEBIBYTE, "description", "Kept as it was");
        assertThat(made.statusCode()).isEqualTo(400);
        assertThat(made.body()).contains("too long").contains("Kept as it was").contains(MEBIBYTE);
        for (String accept : List.of("text/html", "application/json")) {
            HttpResponse<String> answer = browser.submit(messages(), accept, "body", MEBIBYTE.repeat(5));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains(accept.equals("text/html") ? "<h1>Too large</h1>" : "\"status\":413");
        }
        assertThat(stored()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/messages?before=abc",
                "/messages?after=abc",
                "/messages?after=99999999999999999999",
                "/messages?after=1.5",
                "/messages?after=1&changedAfter=x",
                "/messages?after=%00"
            })
    void brokenNumbersAreBadRequests(String path) {
        for (String accept : List.of("text/html", "application/json")) {
            HttpResponse<String> answer = browser.get("/rooms/" + room + path, "Accept", accept);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains(accept.equals("text/html") ? "<h1>That could not be read" : "\"error\":");
        }
    }

    @Test
    void numbersOutOfRangeAreOfNothing() {
        assertThat(browser.get("/rooms/" + room + "/messages?after=-1", "Accept", "application/json")
                        .body())
                .contains("\"last\":2");
        assertThat(browser.get("/rooms/" + room + "/messages?after=9223372036854775807")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/rooms/" + room + "/messages/999999999999999999999")
                        .statusCode())
                .isEqualTo(404);
        browser.post("/rooms/" + room + "/read", "upTo", "9223372036854775807");
        browser.post("/rooms/" + room + "/unread", "from", "-9223372036854775808");
        assertThat(browser.get("/rooms", "Accept", "application/json").body()).containsPattern("\"unread\":[0-2]\\b");
    }

    @Test
    void missingOrBrokenFieldsAreBadRequests() {
        for (String[] form : new String[][] {
            {"/read"}, {"/read", "upTo", "abc"}, {"/unread", "from", "abc"}, {"/managers"}, {"/managers", "person", "x"}
        }) {
            String[] fields = java.util.Arrays.copyOfRange(form, 1, form.length);
            assertThat(browser.post("/rooms/" + room + form[0], fields).statusCode())
                    .isIn(400, 404);
        }
        assertThat(say("Hello", UUID.randomUUID().toString(), "quotes", "abc").statusCode())
                .isEqualTo(400);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void otherMethodsAndContentTypesAreNotTaken() {
        assertThat(browser.raw("PUT", "/rooms/" + room, "").statusCode()).isEqualTo(405);
        assertThat(browser.raw("DELETE", messages(), "").statusCode()).isEqualTo(405);
        assertThat(browser.raw("POST", messages(), "{\"body\":\"x\"}", "Content-Type", "application/json")
                        .statusCode())
                .isIn(400, 415);
        assertThat(browser.raw("POST", messages(), "body=x", "Content-Type", "text/plain")
                        .statusCode())
                .isIn(400, 415);
        assertThat(browser.raw("POST", messages(), "x", "Content-Type", "multipart/form-data; boundary=y")
                        .statusCode())
                .isIn(400, 415);
        assertThat(browser.raw("POST", messages(), "x", "Content-Type", "not a type")
                        .statusCode())
                .isIn(400, 415);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void withoutTheTokenOfAPageNothingIsTaken() {
        browser.forgetToken();
        HttpResponse<String> page = browser.post(messages(), "body", "x");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("<h1>That is not possible</h1>");
        assertThat(say("x", UUID.randomUUID().toString()).statusCode()).isEqualTo(403);
        assertThat(stored()).isEqualTo(2);
    }

    /** Whatever stands in an address or a field, of whatever address there is. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "\0", "'", "%", "-1", "99999999999999999999", "\ud83d\ude00", "../..", "1-1-1-1-1"})
    void noNonsenseAnywhereMakesItFail(String nonsense) {
        List<String> failed = new ArrayList<>();
        for (Address address : Address.all(controllers)) {
            List<String> paths = Stream.of(room.toString(), encoded(nonsense))
                    .map(id -> address.path(Map.of("id", id, "", encoded(nonsense), "sequence", "1")))
                    .distinct()
                    .toList();
            for (String path : paths) {
                HttpResponse<String> answer = address.isGet()
                        ? browser.get(path + "?" + query(nonsense))
                        : browser.post(path, fields(nonsense));
                boolean tellsOfTheInside =
                        answer.body().contains("Exception") || answer.body().contains("at org.");
                if (answer.statusCode() >= 500 || tellsOfTheInside) {
                    failed.add(answer.statusCode() + " " + address.method() + " " + path);
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    /** Nor whatever the fields of a form are called. */
    @ParameterizedTest
    @ValueSource(
            strings = {".x", "[0]", "[2147483647]", "[-1]", "[x]", "[0].name", "[300].name", "[", "..", ".class.name"})
    void noNameOfAFieldMakesItFail(String behind) {
        String[] form = fields("abc");
        for (int name = 0; name < form.length; name += 2) {
            form[name] += behind;
        }
        List<String> failed = new ArrayList<>();
        for (Address address : Address.all(controllers)) {
            String path = address.path(Map.of("id", room.toString(), "", room.toString(), "sequence", "1"));
            int status = address.isGet() ? 200 : browser.post(path, form).statusCode();
            if (status >= 500) {
                failed.add(status + " " + path);
            }
        }
        assertThat(failed).isEmpty();
    }

    private static String query(String value) {
        StringBuilder query = new StringBuilder("details=" + encoded(value));
        for (String name : List.of(
                "before",
                "after",
                "changedAfter",
                "q",
                "show",
                "organization",
                "member",
                "email",
                "provider",
                "client",
                "view",
                "seat",
                "as")) {
            query.append('&').append(name).append('=').append(encoded(value));
        }
        return query.toString();
    }

    private static String[] fields(String value) {
        List<String> fields = new ArrayList<>();
        for (String name : ("body clientKey quotes key organization name description people teams message add remove"
                        + " person manager managed muted upTo from member email csv permission level set plan jobRole"
                        + " code mailDomain premiumEmail linkEmail withdraw successor language zone current password username address"
                        + " seen onBehalf note owner archived confirmed subject provider client show unosId matchId opo stage stages tags tasks fields groups mayEdit text shown version"
                        + " phone careTeam file takeOver muted cameraOff sharing ice seat as")
                .split(" ")) {
            fields.add(name);
            fields.add(value);
        }
        return fields.toArray(String[]::new);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String messages() {
        return "/rooms/" + room + "/messages";
    }

    private HttpResponse<String> say(String body, String key, String... more) {
        List<String> fields = new ArrayList<>(List.of("body", body, "clientKey", key));
        fields.addAll(List.of(more));
        return browser.submit(messages(), "application/json", fields.toArray(String[]::new));
    }

    private long stored() {
        return jdbc.sql("select count(*) from message where room_id = ?")
                .param(room.value())
                .query(Long.class)
                .single();
    }
}
