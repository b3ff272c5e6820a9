package org.careroom.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.careroom.CareroomTest;
import org.careroom.messaging.Decision;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomRules;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What everybody may do in the rooms of a case, as a table; and that those are told of a room's news who may read it. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class CaseRoomRulesTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestCases testCases;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseAdmins admins;

    @Autowired
    private FollowerGroups groups;

    @Autowired
    private Followers followers;

    @Autowired
    private CasePages pages;

    @Autowired
    private List<RoomRules> rules;

    @Autowired
    private RoomDoor door;

    @Autowired
    private Rooms rooms;

    @Autowired
    private RoomInvitations invitations;

    @Autowired
    private MemberSettings memberSettings;

    @Autowired
    private TransactionTemplate transaction;

    private Map<String, Person> people;
    private OrganizationId riverside;

    @BeforeEach
    void people() {
        riverside = staff.organization(Plan.PREMIUM);
        OrganizationId northlake = staff.organization(Plan.FREE);
        people = Map.of(
                "creator", staff.admin(riverside, "Dana Reyes"),
                "later", staff.member(riverside, "Mei Kato"),
                "joined", staff.member(riverside, "Luis Herrera"),
                "follower", staff.member(riverside, "Lee Tran"),
                "outside", staff.member(northlake, "Chris Walker"),
                "asked", staff.member(northlake, "Kim Asked"),
                "removed", staff.member(riverside, "Rae Moved"),
                "deactivated", staff.member(riverside, "Dee Active"),
                "orgadmin", staff.admin(riverside, "Amara Diallo"),
                "stranger", staff.member(northlake, "Sky Stranger"));
    }

    /** A: allowed, R: refused for a reason, -: looks as if there were no room. In the order of the header. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # room           | person      | READ | POST | ADD_PEOPLE | REMOVE_PEOPLE | LEAVE | CLOSE | REOPEN | RENAME | MANAGE
            CASE             | creator     | A    | A    | R          | R             | A     | R     | R      | R      | R
            CASE             | later       | A    | A    | R          | R             | A     | R     | R      | R      | R
            CASE             | follower    | -    | -    | -          | -             | -     | -     | -      | -      | -
            CASE             | outside     | -    | -    | -          | -             | -     | -     | -      | -      | -
            CASE             | orgadmin    | -    | -    | -          | -             | -     | -     | -      | -      | -
            CASE             | stranger    | -    | -    | -          | -             | -     | -     | -      | -      | -
            CASE-ALONE       | creator     | A    | A    | R          | R             | R     | R     | R      | R      | R
            CASE-CLOSED      | creator     | A    | R    | R          | R             | A     | R     | R      | R      | R
            FOLLOWER         | creator     | A    | A    | A          | A             | A     | R     | R      | A      | A
            FOLLOWER         | later       | -    | -    | -          | -             | -     | -     | -      | -      | -
            FOLLOWER         | joined      | A    | A    | A          | A             | A     | R     | R      | A      | A
            FOLLOWER         | follower    | A    | A    | R          | R             | R     | R     | R      | R      | R
            FOLLOWER         | outside     | A    | A    | R          | R             | R     | R     | R      | R      | R
            FOLLOWER         | asked       | -    | -    | -          | -             | -     | -     | -      | -      | -
            FOLLOWER         | removed     | -    | -    | -          | -             | -     | -     | -      | -      | -
            FOLLOWER         | deactivated | -    | -    | -          | -             | -     | -     | -      | -      | -
            FOLLOWER         | orgadmin    | -    | -    | -          | -             | -     | -     | -      | -      | -
            FOLLOWER         | stranger    | -    | -    | -          | -             | -     | -     | -      | -      | -
            FOLLOWER-CLOSED  | creator     | A    | R    | R          | R             | A     | R     | R      | R      | R
            FOLLOWER-CLOSED  | follower    | A    | R    | R          | R             | R     | R     | R      | R      | R
            """)
    void whatEachMayDo(
            String kind,
            String person,
            char read,
            char post,
            char addPeople,
            char removePeople,
            char leave,
            char close,
            char reopen,
            char rename,
            char manage) {
        RoomId room = room(kind);
        Map<RoomAction, Character> expected = Map.of(
                RoomAction.READ, read,
                RoomAction.POST, post,
                RoomAction.ADD_PEOPLE, addPeople,
                RoomAction.REMOVE_PEOPLE, removePeople,
                RoomAction.LEAVE, leave,
                RoomAction.CLOSE, close,
                RoomAction.REOPEN, reopen,
                RoomAction.RENAME, rename,
                RoomAction.MANAGE, manage);
        Person who = Objects.requireNonNull(people.get(person));
        expected.forEach((action, letter) -> assertThat(letter(decision(who, action, room)))
                .as(action.toString())
                .isEqualTo(letter));
        boolean told = Objects.requireNonNull(transaction.execute(status -> {
            Room found = rooms.findForKind(room);
            return rulesOf(found).readers(found).contains(who.id());
        }));
        assertThat(told).isEqualTo(read == 'A');
    }

    private RoomId room(String kind) {
        Person creator = Objects.requireNonNull(people.get("creator"));
        CaseId id = testCases.recovery(creator, riverside);
        if (kind.startsWith("CASE")) {
            if (!kind.endsWith("ALONE")) {
                admins.add(creator, id, List.of(email("later")), false);
            }
            if (kind.endsWith("CLOSED")) {
                cases.close(creator, id);
            }
            return pages.ofAdmin(creator, id).room();
        }
        GroupId group = testCases.group(
                creator,
                id,
                "OR team",
                List.of("OR time"),
                of("follower"),
                of("outside"),
                of("asked"),
                of("removed"),
                of("deactivated"));
        RoomId room = testCases.room(creator, id, group);
        invitations.accept(of("outside"), room);
        admins.add(creator, id, List.of(email("later"), email("joined")), false);
        groups.join(of("joined"), id, group);
        followers.remove(creator, id, group, of("removed").id());
        memberSettings.deactivate(of("orgadmin"), staff.id(riverside, of("deactivated")), null);
        if (kind.endsWith("CLOSED")) {
            cases.close(creator, id);
        }
        return room;
    }

    private Person of(String word) {
        return Objects.requireNonNull(people.get(word));
    }

    private String email(String word) {
        return of(word).email();
    }

    private RoomRules rulesOf(Room room) {
        return rules.stream()
                .filter(one -> one.kind() == room.kind())
                .findFirst()
                .orElseThrow();
    }

    private Decision decision(Person who, RoomAction action, RoomId room) {
        return Objects.requireNonNull(transaction.execute(status -> door.ask(who, action, rooms.findForKind(room))));
    }

    private static char letter(Decision decision) {
        return decision.allowed() ? 'A' : decision.reason() == null ? '-' : 'R';
    }
}
