package org.careroom.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.Browsing;
import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomRow;
import org.careroom.messaging.Rooms;
import org.careroom.organizationchat.Chat;
import org.careroom.organizationchat.ConversationFilter;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Status;
import org.careroom.people.DemonstrationAccounts;
import org.careroom.people.DemonstrationAccounts.DemonstrationAccount;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** The demonstration hospital as its visitors find it: Careroom on a new database of its own, with a load set. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=", "careroom.demonstration.load=2x3,1x4"})
@DirtiesContext
class DemonstrationTests {

    /** The accounts of the sign-in page, in its order (interface: the demonstration hospital). */
    private static final List<String> OFFERED = List.of(
            "admin@riverside.example",
            "coordinator@riverside.example",
            "coordinator2@riverside.example",
            "surgeon@riverside.example",
            "nurse@riverside.example",
            "hla@riverside.example",
            "provider@riverside.example",
            "provider2@riverside.example",
            "support@riverside.example",
            "support2@riverside.example",
            "reception@riverside.example",
            "pending@riverside.example",
            "client@example.org",
            "client2@example.org",
            "opo@northlake.example");

    @Autowired
    private Demonstration demonstration;

    @Autowired
    private DemonstrationAccounts offered;

    @Autowired
    private Script script;

    @Autowired
    private LoadSet loadSet;

    @Autowired
    private People people;

    @Autowired
    private Members members;

    @Autowired
    private Rooms rooms;

    @Autowired
    private Chat chat;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void newDatabase(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Path.of("target", "demonstration-tests");
        FileSystemUtils.deleteRecursively(folder);
        registry.add("careroom.data", folder::toString);
    }

    @Test
    void anotherStartAddsNothing() {
        List<Long> before = amounts();
        demonstration.afterSingletonsInstantiated();
        assertThat(amounts())
                .isEqualTo(before)
                .allSatisfy(amount -> assertThat(amount).isPositive());
    }

    private List<Long> amounts() {
        return List.of("account", "member", "permission_set", "team", "room", "participant", "message", "read_mark")
                .stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    @Test
    void theSignInPageOffersTheAccountsInOrder() {
        assertThat(offered.accounts()).extracting(DemonstrationAccount::email).containsExactlyElementsOf(OFFERED);
        String page = new Browsing(port).get("/login").body();
        assertThat(page).containsSubsequence(OFFERED).contains("Dana Reyes: sets up cases");
    }

    @Test
    void everyOfferedAccountSignsInWithTheOnePassword() {
        for (String email : OFFERED) {
            Browsing browser = new Browsing(port);
            assertThat(Browsing.location(browser.signIn(email, "careroom-demo")))
                    .as(email)
                    .doesNotContain("/login");
        }
    }

    @Test
    void roomsAreNumberedWithoutAGapAndTheirTimesFit() {
        assertThat(problems("""
                select r.name from room r left join message m on m.room_id = r.id
                group by r.id having count(m.id) <> r.last_sequence or coalesce(max(m.sequence), 0) <> r.last_sequence
                """)).isEmpty();
        assertThat(problems("""
                select r.name from room r join message m on m.room_id = r.id and m.sequence = r.last_sequence
                where r.last_activity <> m.sent_at or r.last_activity > now() or r.created_at > r.last_activity
                """)).isEmpty();
        assertThat(problems("""
                select a.body from message a join message b on b.room_id = a.room_id and b.sequence = a.sequence + 1
                where b.sent_at < a.sent_at or b.sent_at > now()
                """)).isEmpty();
        assertThat(problems("""
                select p.person_id::text from participant p join room r on r.id = p.room_id
                where p.read_up_to > r.last_sequence
                """)).isEmpty();
        assertThat(problems("""
                select m.body from read_mark k join message m on m.room_id = k.room_id and m.sequence = k.up_to
                where k.read_at < m.sent_at or k.read_at > now()
                """)).isEmpty();
    }

    private List<String> problems(String query) {
        return jdbc.sql(query).query(String.class).list();
    }

    @Test
    void everybodyHasUnreadWhatTheFileSays() {
        Map<String, Cast.Figure> cast = script.cast().everybody();
        for (Scene scene : script.scenes()) {
            Map<String, Integer> unread = scene.unread() == null ? Map.of() : scene.unread();
            unread.forEach((word, number) -> {
                Person who = person(Objects.requireNonNull(cast.get(word)).email());
                String name = scene.name() == null ? othersIn(scene, word, cast) : scene.name();
                Stream<String> rooms = listed(who).stream().map(row -> row.name() + ": " + row.unread());
                Stream<String> conversations = chat.own(who, ConversationFilter.OPEN).rows().items().stream()
                        .map(row -> row.name() + ": " + row.unread());
                assertThat(Stream.concat(rooms, conversations)).as(word).contains(name + ": " + number);
            });
        }
    }

    /** What a room without a name is called: the names of the others in it. */
    private static String othersIn(Scene scene, String word, Map<String, Cast.Figure> cast) {
        return Stream.of(List.of(scene.by()), orNone(scene.clients()), orNone(scene.people()))
                .flatMap(List::stream)
                .filter(other -> !other.equals(word))
                .map(other -> Objects.requireNonNull(cast.get(other)).name())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static List<String> orNone(@Nullable List<String> words) {
        return words == null ? List.of() : words;
    }

    @Test
    void everyActiveStaffAccountComesToALivedInListAndNobodyElseToAny() {
        for (String email : OFFERED) {
            Person who = person(email);
            boolean active = members.of(who.id()).stream().anyMatch(Membership::active);
            assertThat(listed(who).isEmpty()).as(email).isEqualTo(!active);
        }
    }

    @Test
    void peopleAreWhatTheInterfaceSays() {
        assertThat(membership("pending@riverside.example").status()).isEqualTo(Status.PENDING);
        assertThat(membership("admin@riverside.example").admin()).isTrue();
        assertThat(person("admin@riverside.example").operator()).isTrue();
        assertThat(membership("support@riverside.example").may(Permission.ORGANIZATION_CHAT))
                .isTrue();
        assertThat(membership("reception@riverside.example").permissions()).isEmpty();
        assertThat(membership("opo@northlake.example").premium()).isFalse();
        assertThat(person("client@example.org").isStaff()).isFalse();
    }

    @Test
    void theLoadSetHasItsRoomsAndNobodyInTwo() {
        assertThat(problems("select name from room where name like 'Load %' order by name"))
                .containsExactly("Load 1x4 1", "Load 2x3 1", "Load 2x3 2");
        assertThat(problems("""
                select r.name || ': ' || string_agg(a.name, ', ' order by a.name) from room r
                join participant p on p.room_id = r.id join account a on a.id = p.person_id
                where r.name like 'Load %' group by r.id order by r.name
                """))
                .containsExactly(
                        "Load 1x4 1: Load 10, Load 7, Load 8, Load 9",
                        "Load 2x3 1: Load 1, Load 2, Load 3",
                        "Load 2x3 2: Load 4, Load 5, Load 6");
        assertThat(Browsing.location(new Browsing(port).signIn("load10@riverside.example", "careroom-demo")))
                .doesNotContain("/login");
        assertThat(loadSet.exempt("load10@riverside.example")).isTrue();
        assertThat(loadSet.exempt("admin@riverside.example")).isFalse();
    }

    private Person person(String email) {
        return people.findByEmail(email).orElseThrow();
    }

    private Membership membership(String email) {
        return members.of(person(email).id()).get(0);
    }

    private List<RoomRow> listed(Person who) {
        return rooms.list(who, new RoomFilter(true, "", null)).items();
    }
}
