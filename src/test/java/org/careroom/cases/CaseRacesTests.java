package org.careroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.careroom.AtOnce;
import org.careroom.CareroomTest;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases while several do something at once: who is in what, and whether it is open, is never a mixture of the two. */
@CareroomTest
class CaseRacesTests {

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
    private CasePermissions permissions;

    @Autowired
    private CaseList list;

    @Autowired
    private Rooms rooms;

    @Autowired
    private RoomLife life;

    @Autowired
    private RoomInvitations invitations;

    @Autowired
    private MemberSettings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private OrganizationId riverside;
    private Person amara;
    private Person dana;
    private Person mei;
    private Person lee;
    private CaseId id;

    @BeforeEach
    void aCaseWithTwoAdmins() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        dana = staff.admin(riverside, "Dana Reyes");
        mei = staff.member(riverside, "Mei Kato");
        lee = staff.member(riverside, "Lee Tran");
        id = testCases.recovery(dana, riverside);
        admins.add(dana, id, List.of(mei.email()), false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noRoomIsOpenInAClosedCase(boolean closingFirst) throws Exception {
        Runnable close = () -> cases.close(dana, id);
        Runnable make = () -> groups.make(mei, id, group("Surgeons", lee));
        Optional<Throwable> failed = inOrder(closingFirst, close, make);
        assertThat(failed.isPresent()).isEqualTo(closingFirst);
        assertThat(openRooms()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoLeavesTheCaseIsInNoGroupThatIsJustMade(boolean leavingFirst) throws Exception {
        RoomId own = pages.ofAdmin(dana, id).room();
        inOrder(leavingFirst, () -> life.leave(mei, own), () -> groups.make(dana, id, group("Surgeons", lee)));
        assertThat(roomsIn(mei)).isZero();
        assertThat(rooms.panel(dana, roomOf("Surgeons")).people())
                .extracting(person -> person.name())
                .containsExactly("Dana Reyes", "Lee Tran");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsDeactivatedIsInNoGroupThatTheyJustJoin(boolean deactivatingFirst) throws Exception {
        GroupId surgeons = testCases.group(dana, id, "Surgeons", List.of(), lee);
        life.leave(mei, testCases.room(dana, id, surgeons));
        inOrder(
                deactivatingFirst,
                () -> settings.deactivate(amara, staff.id(riverside, mei), null),
                () -> groups.join(mei, id, surgeons));
        assertThat(roomsIn(mei)).isZero();
        assertThat(list.of(mei, CaseFilter.OPEN).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCaseKeepsAnAdmin(boolean leavingFirst) throws Exception {
        RoomId own = pages.ofAdmin(dana, id).room();
        inOrder(
                leavingFirst,
                () -> life.leave(mei, own),
                () -> settings.deactivate(amara, staff.id(riverside, dana), null));
        assertThat(adminsNow()).hasSize(1);
    }

    @Test
    void theOnlyAdminOfAClosedCaseHasASuccessorToo() {
        admins.remove(dana, id, mei.id());
        cases.close(dana, id);
        assertThatThrownBy(() -> settings.deactivate(amara, staff.id(riverside, dana), null))
                .isInstanceOf(Invalid.class);
        settings.deactivate(amara, staff.id(riverside, dana), lee.email());
        cases.reopen(lee, id);
        assertThat(pages.ofAdmin(lee, id).open()).isTrue();
    }

    @Test
    void anAdminWhoseMembershipIsDeactivatedCanBeTakenOffTheCase() {
        GroupId surgeons = testCases.group(dana, id, "Surgeons", List.of(), lee);
        settings.deactivate(amara, staff.id(riverside, dana), null);
        admins.remove(mei, id, dana.id());
        settings.reactivate(amara, staff.id(riverside, dana));
        assertThatThrownBy(() -> pages.ofAdmin(dana, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rooms.page(dana, testCases.room(mei, id, surgeons)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aSuccessorWhoFollowsAlreadyKeepsWhatTheyHaveNotRead() {
        admins.remove(dana, id, mei.id());
        RoomId room = testCases.room(dana, id, testCases.group(dana, id, "Surgeons", List.of("OR location"), lee));
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 6"));
        long unread = rooms.page(lee, room).readUpTo();
        settings.deactivate(amara, staff.id(riverside, dana), lee.email());
        assertThat(rooms.page(lee, room).readUpTo()).isEqualTo(unread);
    }

    @Test
    void aSuccessorRunsTheGroupsTooThatTheyFollowAndTheOneBeforeHadLeft() {
        admins.remove(dana, id, mei.id());
        GroupId surgeons = testCases.group(dana, id, "Surgeons", List.of(), lee);
        life.leave(dana, testCases.room(dana, id, surgeons));
        settings.deactivate(amara, staff.id(riverside, dana), lee.email());
        assertThat(permissions.group(lee, id, surgeons).admins()).containsExactly("Lee Tran");
        assertThat(permissions.group(lee, id, surgeons).followers()).isEmpty();
    }

    @Test
    void theSameFormSentTwiceAtOnceMakesOneRoom() throws Exception {
        NewGroup surgeons = group("Surgeons", lee);
        Runnable send = () -> groups.make(dana, id, surgeons);
        assertThat(AtOnce.run(send, send, send)).isEmpty();
        assertThat(pages.ofAdmin(dana, id).groups()).hasSize(1);
    }

    /** Nobody waits for another in a circle, and each person's list says what they are in. */
    @Test
    void manyThingsAtOnceEndAndAgree() throws Exception {
        Person chris = staff.member(staff.organization(Plan.FREE), "Chris Walker");
        List<GroupId> made = new ArrayList<>();
        for (String name : List.of("OR", "Surgeons", "HLA")) {
            made.add(testCases.group(dana, id, name, List.of("OR location", "Organ offered"), lee, chris));
        }
        List<RoomId> all =
                made.stream().map(group -> testCases.room(dana, id, group)).toList();
        RoomId own = pages.ofAdmin(dana, id).room();
        List<Runnable> doings = List.of(
                () -> testCases.fillIn(
                        dana, dana, id, Map.of("OR location", UUID.randomUUID().toString())),
                () -> followers.remove(dana, id, any(made), chris.id()),
                () -> followers.add(dana, id, any(made), List.of(chris.email(), lee.email()), List.of()),
                () -> invitations.accept(chris, any(all)),
                () -> followers.remove(dana, id, any(made), lee.id()),
                () -> life.leave(mei, own),
                () -> admins.add(dana, id, List.of(mei.email()), true),
                () -> settings.deactivate(amara, staff.id(riverside, lee), null),
                () -> settings.reactivate(amara, staff.id(riverside, lee)),
                () -> {
                    cases.close(dana, id);
                    cases.reopen(dana, id);
                });
        assertThat(AtOnce.run(doings.stream().map(CaseRacesTests::again).toArray(Runnable[]::new)))
                .isEmpty();
        for (Person person : List.of(dana, mei, lee, chris)) {
            assertThat(list.of(person, CaseFilter.OPEN).items().size())
                    .as(person.name())
                    .isEqualTo(roomsIn(person) > 0 ? 1 : 0);
        }
    }

    /** Deactivating goes through all rooms of somebody, while each of these goes through one. */
    @Test
    void whoIsDeactivatedWhileTheyComeAndGoWaitsForNobodyInACircle() throws Exception {
        List<GroupId> made = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            made.add(testCases.group(dana, id, "Group " + number, List.of(), lee));
        }
        Runnable deactivating = again(() -> {
            settings.deactivate(amara, staff.id(riverside, lee), null);
            settings.reactivate(amara, staff.id(riverside, lee));
        });
        Runnable removing = again(() -> followers.remove(dana, id, any(made), lee.id()));
        Runnable adding = again(() -> followers.add(dana, id, any(made), List.of(lee.email()), List.of()));
        assertThat(AtOnce.run(deactivating, removing, adding, removing, adding)).isEmpty();
        assertThat(list.of(lee, CaseFilter.OPEN).items()).hasSize(roomsIn(lee) > 0 ? 1 : 0);
    }

    /** Some of it is refused, as another was faster; nothing else may fail. */
    private static Runnable again(Runnable doing) {
        return () -> {
            for (int time = 0; time < 25; time++) {
                try {
                    doing.run();
                } catch (Refused | NotFound | Invalid refused) {
                    Thread.yield();
                }
            }
        };
    }

    private static <T> T any(List<T> several) {
        return several.get(ThreadLocalRandom.current().nextInt(several.size()));
    }

    private Optional<Throwable> inOrder(boolean firstGoesFirst, Runnable first, Runnable second) throws Exception {
        Optional<Throwable> failed =
                AtOnce.overlapping(transaction, firstGoesFirst ? first : second, firstGoesFirst ? second : first);
        failed.ifPresent(late -> assertThat(late).isInstanceOfAny(Refused.class, NotFound.class, Invalid.class));
        return failed;
    }

    private static NewGroup group(String name, Person follower) {
        return new NewGroup(
                UUID.randomUUID(),
                name,
                List.of(follower.email()),
                List.of(),
                new NewGroup.Given(Set.of(), Set.of(), false));
    }

    private RoomId roomOf(String group) {
        return pages.ofAdmin(dana, id).groups().stream()
                .filter(made -> made.name().equals(group))
                .findFirst()
                .orElseThrow()
                .room();
    }

    private List<UUID> adminsNow() {
        return jdbc.sql("""
                        select p.person_id from participant p join care_case c on c.room_id = p.room_id
                        where c.id = ? and p.state = 'IN'
                        """).param(id.value()).query(UUID.class).list();
    }

    private long openRooms() {
        return jdbc.sql("""
                        select count(*) from room r where r.open and (r.id in (select room_id from follower_group where case_id = :case)
                            or r.id = (select room_id from care_case where id = :case))
                        """).param("case", id.value()).query(Long.class).single();
    }

    private long roomsIn(Person person) {
        return jdbc.sql("""
                        select count(*) from participant p where p.person_id = :person and p.state = 'IN' and (
                            p.room_id in (select room_id from follower_group where case_id = :case)
                            or p.room_id = (select room_id from care_case where id = :case))
                        """)
                .param("person", person.id().value())
                .param("case", id.value())
                .query(Long.class)
                .single();
    }
}
