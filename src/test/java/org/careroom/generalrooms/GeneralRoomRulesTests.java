package org.careroom.generalrooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.careroom.CareroomTest;
import org.careroom.messaging.Decision;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.MemberDeactivated;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What everybody may do in general rooms, as a table; and that those are told of a room's news who may read it. */
@CareroomTest
class GeneralRoomRulesTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private GeneralRooms generalRooms;

    @Autowired
    private RoomPeople roomPeople;

    @Autowired
    private GeneralRoomRules rules;

    @Autowired
    private Rooms rooms;

    @Autowired
    private RoomLife life;

    @Autowired
    private RoomInvitations invitations;

    @Autowired
    private Participants participants;

    @Autowired
    private Members members;

    @Autowired
    private MemberSettings memberSettings;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private OrganizationId riverside;
    private Person creator;
    private Person manager;
    private Person participant;
    private Person accepted;
    private Person asked;
    private Person removed;
    private Person deactivated;
    private Person admin;
    private Person stranger;
    private Person other;

    @BeforeEach
    void people() {
        riverside = staff.organization(Plan.PREMIUM);
        OrganizationId northlake = staff.organization(Plan.FREE);
        creator = staff.member(riverside, "Dana Reyes");
        manager = staff.member(riverside, "Mei Kato");
        participant = staff.member(riverside, "Lee Tran");
        accepted = staff.member(northlake, "Chris Walker");
        asked = staff.member(northlake, "Kim Asked");
        removed = staff.member(riverside, "Rae Moved");
        deactivated = staff.member(riverside, "Dee Active");
        admin = staff.admin(riverside, "Amara Diallo");
        stranger = staff.member(northlake, "Sky Stranger");
        other = staff.member(riverside, "Omar Other");
    }

    /** A: allowed, R: refused for a reason, -: looks as if there were no room. In the order of the header. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # kind     | person      | READ | POST | ADD_PEOPLE | REMOVE_PEOPLE | LEAVE | CLOSE | REOPEN | RENAME | MANAGE | REPLY_ON_BEHALF | WATCH
                    GROUP      | creator     | A    | A    | A          | A             | A     | A     | A      | A      | A      | R               | A
                    GROUP      | manager     | A    | A    | A          | A             | A     | A     | A      | A      | A      | R               | A
                    GROUP      | participant | A    | A    | A          | R             | A     | R     | R      | R      | R      | R               | A
                    GROUP      | accepted    | A    | A    | A          | R             | A     | R     | R      | R      | R      | R               | A
                    GROUP      | asked       | -    | -    | -          | -             | -     | -     | -      | -      | -      | -               | -
                    GROUP      | removed     | -    | -    | -          | -             | -     | -     | -      | -      | -      | -               | -
                    GROUP      | deactivated | -    | -    | -          | -             | -     | -     | -      | -      | -      | -               | -
                    GROUP      | admin       | -    | -    | -          | -             | -     | -     | -      | -      | -      | -               | -
                    GROUP      | stranger    | -    | -    | -          | -             | -     | -     | -      | -      | -      | -               | -
                    MANAGED    | manager     | A    | A    | A          | A             | A     | A     | A      | A      | A      | R               | A
                    MANAGED    | participant | A    | A    | R          | R             | A     | R     | R      | R      | R      | R               | A
                    MANAGED    | accepted    | A    | A    | R          | R             | A     | R     | R      | R      | R      | R               | A
                    CLOSED     | manager     | A    | R    | R          | R             | A     | A     | A      | R      | R      | R               | A
                    CLOSED     | participant | A    | R    | R          | R             | A     | R     | R      | R      | R      | R               | A
                    CLOSED     | asked       | -    | -    | -          | -             | -     | -     | -      | -      | -      | -               | -
                    PAIR       | creator     | A    | A    | R          | R             | A     | A     | A      | R      | R      | R               | A
                    PAIR       | other       | A    | A    | R          | R             | A     | A     | A      | R      | R      | R               | A
                    PAIR       | participant | -    | -    | -          | -             | -     | -     | -      | -      | -      | -               | -
                    PAIRCLOSED | other       | A    | A    | R          | R             | A     | A     | A      | R      | R      | R               | A
                    PAIRALONE  | creator     | A    | R    | R          | R             | A     | A     | A      | R      | R      | R               | A
                    PAIRALONE  | other       | -    | -    | -          | -             | -     | -     | -      | -      | -      | -               | -
                    PAIRLEFT   | creator     | A    | A    | R          | R             | A     | A     | A      | R      | R      | R               | A
                    PAIRLEFT   | other       | -    | -    | -          | -             | -     | -     | -      | -      | -      | -               | -
                    PAIRENDED  | creator     | A    | R    | R          | R             | A     | A     | A      | R      | R      | R               | A
                    PAIRENDED  | other       | -    | -    | -          | -             | -     | -     | -      | -      | -      | -               | -
                    PAIRASKED  | creator     | A    | A    | R          | R             | A     | A     | A      | R      | R      | R               | A
                    PAIRASKED  | asked       | -    | -    | -          | -             | -     | -     | -      | -      | -      | -               | -
                    PAIROUTER  | asked       | A    | A    | R          | R             | A     | A     | A      | R      | R      | R               | A
                    DECLINED   | creator     | A    | R    | R          | R             | A     | A     | A      | R      | R      | R               | A
                    DECLINED   | asked       | -    | -    | -          | -             | -     | -     | -      | -      | -      | -               | -
                    """)
    void whatEachMayDo(
            String kind,
            String person,
            String read,
            String post,
            String addPeople,
            String removePeople,
            String leave,
            String close,
            String reopen,
            String rename,
            String manage,
            String replyOnBehalf,
            String watch) {
        RoomId room = room(kind);
        List<String> expected = List.of(
                read, post, addPeople, removePeople, leave, close, reopen, rename, manage, replyOnBehalf, watch);
        assertThat(Stream.of(RoomAction.values())
                        .map(action -> letter(decision(person(person), action, room)))
                        .toList())
                .as("%s in %s", person, kind)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"GROUP", "MANAGED", "CLOSED", "PAIR", "PAIRCLOSED", "PAIRALONE", "PAIRENDED", "PAIROUTER", "DECLINED"})
    void thoseAreToldWhoMayRead(String kind) {
        RoomId room = room(kind);
        Set<Person> all =
                Set.of(creator, manager, participant, accepted, asked, removed, deactivated, admin, stranger, other);
        transaction.executeWithoutResult(status -> {
            Room found = rooms.findForKind(room);
            assertThat(rules.readers(found)).isNotEmpty();
            for (Person person : all) {
                assertThat(rules.readers(found).contains(person.id()))
                        .as(person.name())
                        .isEqualTo(rules.may(person, RoomAction.READ, found).allowed());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "active member of a premium organization, A",
        "pending in a premium organization,       R",
        "active member of a free organization,    R",
        "without an organization,                 R",
        "premium account in a free organization,  A",
        "client,                                  -"
    })
    void onlyTheApprovedAndPremiumMakeRooms(String who, String expected) {
        Person person = switch (who) {
            case "active member of a premium organization" -> participant;
            case "active member of a free organization" -> stranger;
            case "premium account in a free organization" -> premium(stranger);
            case "client" -> staff.client("Cleo Client");
            default -> staff.person("Nobody Yet");
        };
        Decision decision = rules.mayCreate(person, members.of(person.id()));
        assertThat(letter(decision)).isEqualTo(expected);
    }

    @Test
    void everyRefusalHasItsWords() {
        for (String kind : List.of("GROUP", "MANAGED", "CLOSED", "PAIR", "PAIRALONE", "DECLINED")) {
            RoomId room = room(kind);
            for (Person person : List.of(creator, participant)) {
                for (RoomAction action : EnumSet.allOf(RoomAction.class)) {
                    var reason = decision(person, action, room).reason();
                    if (reason != null) {
                        assertThat(java.util.ResourceBundle.getBundle("messages")
                                        .containsKey(reason.key()))
                                .as(reason.key())
                                .isTrue();
                    }
                }
            }
        }
    }

    private RoomId room(String kind) {
        return switch (kind) {
            case "PAIR" -> testRooms.pair(creator, other);
            case "PAIRCLOSED" -> {
                RoomId pair = testRooms.pair(creator, other);
                life.close(creator, pair);
                yield pair;
            }
            case "PAIRALONE" -> {
                RoomId pair = testRooms.pair(creator, other);
                deactivate(other);
                yield pair;
            }
            case "PAIRLEFT" -> {
                RoomId pair = testRooms.pair(creator, other);
                life.leave(other, pair);
                yield pair;
            }
            case "PAIRENDED" -> {
                RoomId pair = testRooms.pair(creator, other);
                life.leave(other, pair);
                memberSettings.deactivate(admin, staff.id(riverside, other), null);
                yield pair;
            }
            case "PAIRASKED" -> testRooms.pair(creator, asked);
            case "PAIROUTER" -> {
                RoomId pair = testRooms.pair(creator, asked);
                invitations.accept(asked, pair);
                yield pair;
            }
            case "DECLINED" -> {
                RoomId pair = testRooms.pair(creator, asked);
                invitations.decline(asked, pair);
                yield pair;
            }
            default -> group(kind);
        };
    }

    private RoomId group(String kind) {
        RoomId room = testRooms.group(creator, manager, participant, accepted, asked, removed, deactivated);
        roomPeople.manage(creator, room, manager.id(), true);
        invitations.accept(accepted, room);
        life.remove(creator, room, List.of(removed));
        deactivate(deactivated);
        if (kind.equals("MANAGED")) {
            generalRooms.describe(creator, room, "On call", true);
        }
        if (kind.equals("CLOSED")) {
            life.close(creator, room);
        }
        return room;
    }

    /** What an admin's deactivation publishes. */
    private void deactivate(Person person) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new MemberDeactivated(riverside, person.id(), person.id())));
    }

    private Decision decision(Person person, RoomAction action, RoomId room) {
        Decision decision = transaction.execute(status -> rules.may(person, action, rooms.findForKind(room)));
        return java.util.Objects.requireNonNull(decision);
    }

    private static Person premium(Person person) {
        return new Person(
                person.id(), person.name(), person.email(), person.kind(), true, false, person.locale(), person.zone());
    }

    private Person person(String name) {
        return switch (name) {
            case "creator" -> creator;
            case "manager" -> manager;
            case "participant" -> participant;
            case "accepted" -> accepted;
            case "asked" -> asked;
            case "removed" -> removed;
            case "deactivated" -> deactivated;
            case "admin" -> admin;
            case "stranger" -> stranger;
            case "other" -> other;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String letter(Decision decision) {
        if (decision.allowed()) {
            return "A";
        }
        return decision instanceof Decision.Hidden ? "-" : "R";
    }

    /** Kept to show that the fixture reaches the states of the table. */
    @Test
    void theFixtureReachesEveryState() {
        RoomId room = group("GROUP");
        transaction.executeWithoutResult(status -> {
            Room found = rooms.findForKind(room);
            assertThat(participants.of(found, asked.id()).orElseThrow().state()).isEqualTo(Participant.State.INVITED);
            assertThat(participants.of(found, removed.id()).orElseThrow().state())
                    .isEqualTo(Participant.State.OUT);
            assertThat(participants.of(found, deactivated.id()).orElseThrow().state())
                    .isEqualTo(Participant.State.SUSPENDED);
        });
    }
}
