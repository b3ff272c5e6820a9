package org.careroom.generalrooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.live.LivePage;
import org.careroom.live.LivePages;
import org.careroom.messaging.Messages;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.site.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of a room, asked by every kind of stranger, and the live connection of each: nothing, and nothing changes. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class RoomStrangersTests {

    private static final String SECRET = "The donor is in Room 7";

    /** What people are to a room that is not theirs. */
    enum Stranger {
        STAFF_ELSEWHERE,
        CLIENT,
        COLLEAGUE,
        PENDING,
        ASKED_NOT_ACCEPTED,
        REMOVED,
        DEACTIVATED,
        ADMIN_NOT_IN_IT
    }

    @Autowired
    private Staff staff;

    @Autowired
    private Members members;

    @Autowired
    private MemberSettings settings;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private RoomLife life;

    @Autowired
    private Messages messages;

    @Autowired
    private LivePages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    private final Map<Stranger, Person> strangers = new EnumMap<>(Stranger.class);
    private OrganizationId riverside;
    private Person admin;
    private Person dana;
    private Person lee;
    private RoomId room;

    @BeforeEach
    void aRoomAndItsStrangers() {
        riverside = staff.organization(Plan.PREMIUM);
        admin = staff.admin(riverside, "Amara Diallo");
        dana = staff.member(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
        strangers.put(Stranger.STAFF_ELSEWHERE, staff.admin(staff.organization(Plan.PREMIUM), "Nora Elsewhere"));
        strangers.put(Stranger.CLIENT, staff.client("Jordan Ellis"));
        strangers.put(Stranger.COLLEAGUE, staff.member(riverside, "Cole League"));
        strangers.put(Stranger.PENDING, staff.person("Wanda Waiting"));
        strangers.put(Stranger.ASKED_NOT_ACCEPTED, staff.member(staff.organization(Plan.FREE), "Asked Outside"));
        strangers.put(Stranger.REMOVED, staff.member(riverside, "Rem Oved"));
        strangers.put(Stranger.DEACTIVATED, staff.member(riverside, "Deac Tivated"));
        strangers.put(Stranger.ADMIN_NOT_IN_IT, admin);
        members.waiting(riverside, person(Stranger.PENDING).id());
        room = testRooms.group(
                dana, lee, person(Stranger.ASKED_NOT_ACCEPTED), person(Stranger.REMOVED), person(Stranger.DEACTIVATED));
        testRooms.say(dana, room, SECRET);
    }

    @ParameterizedTest
    @EnumSource
    void noAddressTellsOrDoesAnything(Stranger stranger) {
        theyLeave();
        Browsing browser = pages.signIn(person(stranger));
        String before = everythingOfTheRoom();
        String unknown = browser.get("/rooms/" + UUID.randomUUID()).body();
        List<String> got = new ArrayList<>();
        for (Address address : addresses(stranger)) {
            for (String accept : List.of("application/json", "*/*")) {
                HttpResponse<String> answer = ask(browser, address, accept);
                boolean nothing = answer.statusCode() == 404 || answer.statusCode() == 406;
                if (!nothing || tells(answer.body())) {
                    got.add(address + " as " + accept + ": " + answer.statusCode());
                }
            }
        }
        assertThat(got).isEmpty();
        assertThat(everythingOfTheRoom()).isEqualTo(before);
        assertThat(withoutTokens(browser.get("/rooms/" + room).body())).isEqualTo(withoutTokens(unknown));
        assertThat(browser.get("/rooms").body())
                .satisfies(page -> assertThat(tells(page)).isFalse());
    }

    @Test
    void nothingComesOverTheirLiveConnectionsThoughTheyWereOpenBefore() {
        List<OpenPage> open = new ArrayList<>();
        strangers.forEach((stranger, person) -> open.add(new OpenPage(stranger, person, pages.open(person))));
        LivePage lees = pages.open(lee);
        theyLeave();
        open.forEach(OpenPage::forgetBefore);

        long sequence = testRooms.say(dana, room, "After they left").sequence();
        messages.edit(dana, room, sequence, "Edited after they left");
        messages.delete(dana, room, sequence);
        life.rename(dana, room, "Renamed after they left");
        life.close(dana, room);
        life.reopen(dana, room);

        pages.settle(lee, lees);
        assertThat(lees.any("After they left")).isTrue();
        open.forEach(OpenPage::assertNothingCame);
        lees.close();
    }

    @Test
    void whatTheySendOverItReachesNobody() {
        theyLeave();
        LivePage lees = pages.open(lee);
        lees.send(presence());
        strangers.forEach((stranger, person) -> {
            LivePage page = pages.open(person);
            page.send(presence()).send("SEND\ndestination:/app/room." + room + ".typing\n\n\0");
            pages.settle(person, page);
            page.close();
        });
        pages.settle(lee, lees);
        strangers
                .values()
                .forEach(person -> assertThat(lees.any(person.id().toString())).isFalse());
        lees.close();
    }

    private String presence() {
        return "SEND\ndestination:/app/presence\ncontent-type:application/json\n\n{\"room\":\"" + room + "\"}\0";
    }

    private void theyLeave() {
        life.remove(dana, room, List.of(person(Stranger.REMOVED)));
        settings.deactivate(admin, staff.id(riverside, person(Stranger.DEACTIVATED)), "");
    }

    private Person person(Stranger stranger) {
        return Objects.requireNonNull(strangers.get(stranger));
    }

    /** All of one room's, also those that will be made; only whoever was asked may answer. */
    private List<Address> addresses(Stranger stranger) {
        return Address.all(controllers).stream()
                .filter(address -> address.pattern().startsWith("/rooms/{id}"))
                .filter(address -> stranger != Stranger.ASKED_NOT_ACCEPTED
                        || !address.pattern().matches(".*/(accept|decline)"))
                .toList();
    }

    /** Sends every field that some form of a room has. */
    private HttpResponse<String> ask(Browsing browser, Address address, String accept) {
        String path = address.path(Map.of("id", room.toString(), "sequence", "2"));
        return address.isGet() ? browser.get(path, "Accept", accept) : browser.submit(path, accept, fields());
    }

    private String[] fields() {
        return new String[] {
            "body",
            "Hello",
            "clientKey",
            UUID.randomUUID().toString(),
            "add",
            admin.email(),
            "remove",
            lee.email(),
            "person",
            lee.id().toString(),
            "accept",
            "true",
            "manager",
            "true",
            "managed",
            "true",
            "description",
            "Mine",
            "name",
            "Mine",
            "muted",
            "true",
            "upTo",
            "2",
            "from",
            "1",
            "address",
            "new@example.org",
            "email",
            "new@example.org"
        };
    }

    private static boolean tells(String answer) {
        return answer.contains(SECRET) || answer.contains("Morning round") || answer.contains("Lee Tran");
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("(value|content)=\"[A-Za-z0-9_-]{40,}\"", "");
    }

    /** All rows, of whatever table, that belong to the room. */
    private String everythingOfTheRoom() {
        StringBuilder all = new StringBuilder();
        List<String> tables = jdbc.sql("select table_name from information_schema.columns where table_schema = 'public'"
                        + " and column_name = 'room_id' order by table_name")
                .query(String.class)
                .list();
        assertThat(tables).contains("message", "participant", "read_mark", "general_room");
        all.append(rows("room", "id"));
        tables.forEach(table -> all.append(rows(table, "room_id")));
        return all.toString();
    }

    private String rows(String table, String column) {
        return table
                + jdbc.sql("select to_jsonb(t)::text from " + table + " t where " + column + " = ? order by 1")
                        .param(room.value())
                        .query(String.class)
                        .list();
    }

    /** A page that a stranger has had open since before they left. */
    private final class OpenPage {

        private final Stranger stranger;
        private final Person person;
        private final LivePage page;
        private int before;

        OpenPage(Stranger stranger, Person person, LivePage page) {
            this.stranger = stranger;
            this.person = person;
            this.page = page;
        }

        void forgetBefore() {
            pages.settle(person, page);
            before = page.frames().size();
        }

        void assertNothingCame() {
            pages.settle(person, page);
            List<String> all = page.frames();
            assertThat(all.subList(before, all.size()))
                    .as(stranger.name())
                    .noneMatch(frame -> frame.contains(room.toString()) || frame.contains("they left"));
            page.close();
        }
    }
}
