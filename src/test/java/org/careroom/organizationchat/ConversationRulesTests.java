package org.careroom.organizationchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.careroom.CareroomTest;
import org.careroom.messaging.Decision;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What everybody may do in conversations, as a table; and that those are told of one who may read it. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ConversationRulesTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestConversations testConversations;

    @Autowired
    private ConversationRules rules;

    @Autowired
    private Rooms rooms;

    @Autowired
    private RoomLife life;

    @Autowired
    private MemberSettings memberSettings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Map<String, Person> persons = Map.of();

    @BeforeEach
    void people() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        OrganizationId northlake = staff.organization(Plan.PREMIUM);
        Person owner = staff.member(riverside, "Maya Lindqvist");
        Person gone = staff.member(riverside, "Dee Active", TestConversations.ORGANIZATION_CHAT);
        persons = Map.ofEntries(
                Map.entry("owner", owner),
                Map.entry("part", staff.member(riverside, "Sofia Rossi")),
                Map.entry("partHelper", staff.member(riverside, "Ines Costa", TestConversations.ORGANIZATION_CHAT)),
                Map.entry("helper", staff.member(riverside, "Noah Adeyemi", TestConversations.ORGANIZATION_CHAT)),
                Map.entry(
                        "three",
                        staff.member(
                                riverside,
                                "Ruth Three",
                                Permission.SEARCH_CLIENTS,
                                Permission.SEE_CLIENTS,
                                Permission.ACCESS_CONVERSATIONS)),
                Map.entry("admin", staff.admin(riverside, "Amara Diallo")),
                Map.entry("adminHelper", staff.admin(riverside, "Viktor Hahn", TestConversations.ORGANIZATION_CHAT)),
                Map.entry("removed", staff.member(riverside, "Rae Moved")),
                Map.entry("gone", gone),
                Map.entry("otherHelper", staff.member(northlake, "Kim Other", TestConversations.ORGANIZATION_CHAT)),
                Map.entry("stranger", staff.person("Sky Stranger")),
                Map.entry("client", testConversations.client(riverside, owner, "Jordan Ellis")),
                Map.entry("otherClient", testConversations.client(riverside, owner, "Avery Cole")));
        memberSettings.deactivate(person("admin"), staff.id(riverside, gone), null);
    }

    /**
     * A: allowed, R: refused for a reason, -: looks as if there were no conversation. OPEN: with one client, CLOSED: that one
     * closed, OFF: chat turned off for its client, COMMUNITY: with two clients, CHATOFF: chat off for one of the two.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # kind    | person      | READ | POST | ADD | REMOVE | LEAVE | CLOSE | REOPEN | RENAME | MANAGE | ON_BEHALF | WATCH
                    OPEN      | owner       | A    | A    | A   | A      | R     | A     | A      | A      | R      | R         | A
                    OPEN      | part        | A    | A    | R   | R      | A     | R     | R      | R      | R      | R         | A
                    OPEN      | partHelper  | A    | A    | R   | R      | A     | R     | R      | R      | R      | R         | A
                    OPEN      | helper      | A    | R    | R   | R      | R     | R     | R      | R      | R      | A         | A
                    OPEN      | adminHelper | A    | R    | R   | R      | R     | A     | A      | R      | A      | A         | A
                    OPEN      | client      | A    | A    | R   | R      | R     | R     | R      | R      | R      | R         | R
                    OPEN      | three       | -    | -    | -   | -      | -     | -     | -      | -      | -      | -         | -
                    OPEN      | admin       | -    | -    | -   | -      | -     | -     | -      | -      | -      | -         | -
                    OPEN      | removed     | -    | -    | -   | -      | -     | -     | -      | -      | -      | -         | -
                    OPEN      | gone        | -    | -    | -   | -      | -     | -     | -      | -      | -      | -         | -
                    OPEN      | otherHelper | -    | -    | -   | -      | -     | -     | -      | -      | -      | -         | -
                    OPEN      | stranger    | -    | -    | -   | -      | -     | -     | -      | -      | -      | -         | -
                    OPEN      | otherClient | -    | -    | -   | -      | -     | -     | -      | -      | -      | -         | -
                    CLOSED    | owner       | A    | R    | R   | R      | R     | A     | A      | R      | R      | R         | A
                    CLOSED    | part        | A    | R    | R   | R      | A     | R     | R      | R      | R      | R         | A
                    CLOSED    | helper      | A    | R    | R   | R      | R     | R     | R      | R      | R      | R         | A
                    CLOSED    | adminHelper | A    | R    | R   | R      | R     | A     | A      | R      | A      | R         | A
                    CLOSED    | client      | A    | R    | R   | R      | R     | R     | R      | R      | R      | R         | R
                    CLOSED    | otherClient | -    | -    | -   | -      | -     | -     | -      | -      | -      | -         | -
                    OFF       | owner       | A    | R    | A   | A      | R     | A     | A      | A      | R      | R         | A
                    OFF       | helper      | A    | R    | R   | R      | R     | R     | R      | R      | R      | R         | A
                    OFF       | client      | A    | R    | R   | R      | R     | R     | R      | R      | R      | R         | R
                    COMMUNITY | owner       | A    | A    | A   | A      | R     | A     | A      | A      | R      | R         | A
                    COMMUNITY | client      | A    | A    | R   | R      | R     | R     | R      | R      | R      | R         | R
                    COMMUNITY | otherClient | A    | A    | R   | R      | R     | R     | R      | R      | R      | R         | R
                    CHATOFF   | owner       | A    | A    | A   | A      | R     | A     | A      | A      | R      | R         | A
                    CHATOFF   | client      | A    | R    | R   | R      | R     | R     | R      | R      | R      | R         | R
                    CHATOFF   | otherClient | A    | A    | R   | R      | R     | R     | R      | R      | R      | R         | R
                    """)
    void whatEachMayDo(
            String kind,
            String person,
            String read,
            String post,
            String add,
            String remove,
            String leave,
            String close,
            String reopen,
            String rename,
            String manage,
            String onBehalf,
            String watch) {
        RoomId room = conversation(kind);
        assertThat(Stream.of(RoomAction.values())
                        .map(action -> letter(decision(person(person), action, room)))
                        .toList())
                .as("%s in %s", person, kind)
                .isEqualTo(List.of(read, post, add, remove, leave, close, reopen, rename, manage, onBehalf, watch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "CLOSED", "OFF", "COMMUNITY"})
    void thoseAreToldWhoMayRead(String kind) {
        RoomId id = conversation(kind);
        transaction.executeWithoutResult(status -> {
            Room room = rooms.findForKind(id);
            Set<PersonId> readers = rules.readers(room);
            Set<PersonId> watchers = rules.watchers(room);
            assertThat(watchers).isNotEmpty().isSubsetOf(readers);
            persons.forEach((word, person) -> {
                assertThat(readers.contains(person.id()))
                        .as("%s reads %s", word, kind)
                        .isEqualTo(rules.may(person, RoomAction.READ, room).allowed());
                assertThat(watchers.contains(person.id()))
                        .as("%s watches %s", word, kind)
                        .isEqualTo(rules.may(person, RoomAction.WATCH, room).allowed());
            });
        });
    }

    private RoomId conversation(String kind) {
        boolean community = kind.equals("COMMUNITY") || kind.equals("CHATOFF");
        RoomId room = community
                ? testConversations.between(person("owner"), person("client"), person("otherClient"))
                : testConversations.between(person("owner"), person("client"));
        for (String part : List.of("part", "partHelper", "removed")) {
            testConversations.add(person("owner"), room, person(part));
        }
        testConversations.remove(person("owner"), room, person("removed"));
        if (kind.equals("CLOSED")) {
            life.close(person("owner"), room);
        }
        if (kind.equals("OFF") || kind.equals("CHATOFF")) {
            jdbc.sql("update client set chat_on = false where account_id = ?")
                    .param(person("client").id().value())
                    .update();
        }
        return room;
    }

    private Person person(String word) {
        return Objects.requireNonNull(persons.get(word));
    }

    private Decision decision(Person who, RoomAction action, RoomId room) {
        return Objects.requireNonNull(transaction.execute(status -> rules.may(who, action, rooms.findForKind(room))));
    }

    private static String letter(Decision decision) {
        return decision.allowed() ? "A" : decision.reason() == null ? "-" : "R";
    }
}
