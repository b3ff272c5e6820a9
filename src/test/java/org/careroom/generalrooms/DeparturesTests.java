package org.careroom.generalrooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.careroom.AtOnce;
import org.careroom.messaging.Histories;
import org.careroom.messaging.ParticipantView;
import org.careroom.messaging.RoomChanged;
import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.RoomRow;
import org.careroom.organizations.Approvals;
import org.careroom.organizations.MemberId;
import org.careroom.organizations.MemberList;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.people.Invitations;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.careroom.shared.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of rooms when people go, come back, or become members. */
@RecordApplicationEvents
@SuppressWarnings("NullAway.Init")
class DeparturesTests extends RiversideTest {

    @Autowired
    private Departures departures;

    @Autowired
    private RoomInvitations invitations;

    @Autowired
    private Invitations links;

    @Autowired
    private RoomLife life;

    @Autowired
    private Histories histories;

    @Autowired
    private MemberSettings settings;

    @Autowired
    private Members members;

    @Autowired
    private MemberList list;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Words words;

    @Autowired
    private ApplicationEvents published;

    @Autowired
    private TransactionTemplate transaction;

    private Person admin;

    @BeforeEach
    void admin() {
        admin = staff.admin(riverside, "Amara Diallo");
    }

    @Test
    void aDeactivationEndsTheRoomsOfItsOrganizationAloneAndAReactivationBringsThemBack() {
        OrganizationId northlake = staff.organization(Plan.PREMIUM);
        Person nora = staff.member(northlake, "Nora Berg");
        staff.enroll(northlake, lee);
        RoomId here = testRooms.group(dana, lee);
        RoomId elsewhere = testRooms.group(nora, lee);
        settings.deactivate(admin, staff.id(riverside, lee), null);
        assertThat(roomsOf(lee)).containsExactly(elsewhere);
        assertToldTo(lee, here, 2);
        settings.reactivate(admin, staff.id(riverside, lee));
        assertThat(roomsOf(lee)).containsExactlyInAnyOrder(here, elsewhere);
        assertToldTo(lee, here, 3);
    }

    @Test
    void whoIsDeactivatedDoesNotComeBackByALinkThatTheyMade() {
        RoomId room = testRooms.group(dana, lee);
        Person leeAgain = staff.person("Lee Again");
        Person partner = staff.person("Pat Partner");
        String lees = link(lee, room, leeAgain.email());
        String danas = link(dana, room, partner.email());
        settings.deactivate(admin, staff.id(riverside, lee), null);
        assertThatThrownBy(() -> links.accept(leeAgain, lees)).isInstanceOf(NotFound.class);
        links.accept(partner, danas);
        assertThat(roomsOf(partner)).containsExactly(room);
    }

    @Test
    void whoIsRemovedDoesNotComeBackByALinkThatIsOpenStill() {
        Person somebody = staff.person("Whoever Typed It");
        RoomId room = testRooms.group(dana, lee);
        String open = link(dana, room, somebody.email());
        staff.enroll(staff.organization(Plan.PREMIUM), somebody);
        roomPeople.add(dana, room, List.of(somebody.email()), List.of());
        invitations.accept(somebody, room);
        life.remove(dana, room, List.of(somebody));
        assertThatThrownBy(() -> links.accept(somebody, open)).isInstanceOf(NotFound.class);
        assertThat(roomsOf(somebody)).isEmpty();
    }

    @Test
    void whoIsInTheRoomIsNotAskedAgain() {
        Person somebody = staff.person("Whoever Typed It");
        RoomId room = testRooms.group(dana, lee);
        links.accept(somebody, link(dana, room, somebody.email()));
        assertThatThrownBy(() -> roomPeople.add(lee, room, List.of(somebody.email()), List.of()))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void whoComesIntoARoomThatWasLeftByAllManagesIt() {
        RoomId room = testRooms.group(dana, chris);
        life.leave(dana, room);
        invitations.accept(chris, room);
        life.rename(chris, room, "Mine now");
        assertThat(rooms.state(chris, room).name()).isEqualTo("Mine now");
    }

    private String link(Person who, RoomId room, String address) {
        String link = roomPeople
                .add(who, room, List.of(address), List.of())
                .invited()
                .get(0)
                .link();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    @Test
    void whoIsRemovedWhileTheirDeactivationWaitsDoesNotComeBackWithIt() throws Exception {
        RoomId room = testRooms.group(dana, lee);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> deactivation = transaction.execute(status -> {
                life.remove(dana, room, List.of(lee));
                Future<?> started = other.submit(() -> settings.deactivate(admin, staff.id(riverside, lee), null));
                assertThatThrownBy(() -> started.get(500, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return started;
            });
            Objects.requireNonNull(deactivation).get(10, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
        settings.reactivate(admin, staff.id(riverside, lee));
        assertThat(roomsOf(lee)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whomAPostBringsBackGoesWithTheirMembership(boolean goesFirst) throws Exception {
        RoomId pair = testRooms.pair(dana, lee);
        life.leave(lee, pair);
        deactivateMeanwhile(lee, goesFirst, () -> testRooms.say(dana, pair, "Are you there?"));
        assertThat(roomsOf(lee)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoComesBackByANewChatOfAnotherOrganizationGoesWithTheirMembership(boolean goesFirst) throws Exception {
        RoomId pair = testRooms.pair(dana, lee);
        OrganizationId northlake = staff.organization(Plan.PREMIUM);
        staff.enroll(northlake, dana);
        staff.enroll(northlake, lee);
        life.leave(lee, pair);
        deactivateMeanwhile(lee, goesFirst, () -> generalRooms.create(lee, newRoom(northlake, "", dana)));
        assertThat(roomsOf(lee)).doesNotContain(pair);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoAcceptsAnInvitationGoesWithTheirMembership(boolean goesFirst) throws Exception {
        RoomId room = testRooms.group(dana, chris);
        approve(chris);
        deactivateMeanwhile(chris, goesFirst, () -> invitations.accept(chris, room));
        assertThat(roomsOf(chris)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsAddedToARoomGoesWithTheirMembership(boolean goesFirst) throws Exception {
        RoomId room = testRooms.group(dana);
        deactivateMeanwhile(lee, goesFirst, () -> roomPeople.add(dana, room, List.of(lee.email()), List.of()));
        assertThat(roomsOf(lee)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoMakesARoomGoesWithTheirMembership(boolean goesFirst) throws Exception {
        deactivateMeanwhile(lee, goesFirst, () -> generalRooms.create(lee, newRoom(riverside, "Night round", dana)));
        assertThat(roomsOf(lee)).isEmpty();
    }

    @Test
    void whoManagesBesidesOthersOrIsAloneInARoomNeedsNoSuccessor() {
        RoomId together = testRooms.group(dana, lee);
        roomPeople.manage(dana, together, lee.id(), true);
        testRooms.group(dana);
        assertThat(departures.of(riverside, dana.id())).isEmpty();
        settings.deactivate(admin, staff.id(riverside, dana), null);
        assertThat(toldToManage(lee, together)).isEmpty();
    }

    @Test
    void aColleagueTakesOverBeforeWhoCameFromOutside() {
        RoomId room = testRooms.group(dana, chris);
        invitations.accept(chris, room);
        roomPeople.add(dana, room, List.of(lee.email()), List.of());
        assertThat(departures.of(riverside, dana.id()))
                .extracting(duty -> words.of(duty.what(), Locale.ENGLISH))
                .containsExactly("Room “Morning round”");
        assertThat(words.of(Reason.of("deactivate.duties", dana.name()), Locale.ENGLISH))
                .endsWith("whoever has been there longest takes over, colleagues before people from outside.");
        life.leave(dana, room);
        assertThat(toldToManage(lee, room)).containsExactly("Lee Tran");
    }

    @Test
    void aRoomOfTwoHasNoManagerWhoeverLeaves() {
        RoomId pair = testRooms.pair(dana, lee);
        life.leave(dana, pair);
        assertThat(toldToManage(lee, pair)).isEmpty();
        assertThat(rooms.panel(lee, pair).people()).noneMatch(ParticipantView::manager);
    }

    @Test
    void whoBecomesAMemberIsNoLongerFromOutsideAndGoesWithTheirMembership() {
        RoomId room = testRooms.group(dana, chris);
        invitations.accept(chris, room);
        approve(chris);
        assertThat(rooms.panel(dana, room).people()).noneMatch(ParticipantView::outside);
        settings.deactivate(admin, staff.id(riverside, chris), null);
        assertThat(roomsOf(chris)).isEmpty();
    }

    @Test
    void anAdminWhoNamesThemselvesAsSuccessorComesIntoNoRoom() {
        RoomId room = testRooms.group(dana, lee);
        settings.deactivate(admin, staff.id(riverside, dana), admin.email());
        assertThat(roomsOf(admin)).isEmpty();
        assertThat(rooms.panel(lee, room).people())
                .extracting(ParticipantView::manager)
                .containsExactly(true);
        assertThat(list.details(admin, staff.id(riverside, dana)).changes())
                .extracting(change -> words.of(change.what(), Locale.ENGLISH))
                .contains("Named Amara Diallo as the successor of Dana Reyes");
    }

    @Test
    void theLogSaysWhoTakesARoomOver() {
        Person mei = staff.member(riverside, "Mei Kato");
        RoomId withSuccessor = testRooms.group(dana, lee, mei);
        RoomId without = testRooms.group(dana, lee);
        roomPeople.add(
                dana, without, List.of(staff.member(riverside, "Kim Later").email()), List.of());
        settings.deactivate(admin, staff.id(riverside, dana), mei.email());
        assertThat(toldToManage(lee, withSuccessor)).containsExactly("Mei Kato");
        assertThat(toldToManage(lee, without)).containsExactly("Lee Tran");
        life.leave(mei, withSuccessor);
        assertThat(toldToManage(lee, withSuccessor)).containsExactly("Mei Kato", "Lee Tran");
    }

    @Test
    void theOnlyManagersRoomsAreHandedOver() {
        RoomId room = testRooms.group(dana, lee);
        transaction.executeWithoutResult(status -> {
            assertThat(departures.of(riverside, dana.id())).hasSize(1);
            assertThat(departures.of(riverside, lee.id())).isEmpty();
            departures.handOver(riverside, dana.id(), lee.id(), admin);
            assertThat(departures.of(riverside, dana.id())).isEmpty();
        });
        generalRooms.describe(lee, room, "Now mine", true);
    }

    private void approve(Person person) {
        MemberId waiting = members.waiting(riverside, person.id());
        assertThat(approvals.approve(admin, riverside, Set.of(waiting))).isEqualTo(1);
    }

    private static NewRoom newRoom(OrganizationId organization, String name, Person other) {
        return new NewRoom(UUID.randomUUID(), organization, name, "", List.of(other.email()), List.of(), "");
    }

    /** Deactivates somebody and lets them in, the second of the two begun before the first one's commit. */
    private void deactivateMeanwhile(Person person, boolean goesFirst, Runnable letIn) throws Exception {
        MemberId id = staff.id(riverside, person);
        Runnable deactivate = () -> settings.deactivate(admin, id, dana.email());
        AtOnce.overlapping(transaction, goesFirst ? deactivate : letIn, goesFirst ? letIn : deactivate)
                .ifPresent(late -> assertThat(late).isInstanceOfAny(Refused.class, NotFound.class, Invalid.class));
        assertThat(members.isActive(person.id(), riverside)).isFalse();
    }

    private List<RoomId> roomsOf(Person person) {
        return rooms.list(person, RoomFilter.OPEN).items().stream()
                .map(RoomRow::id)
                .toList();
    }

    private List<String> toldToManage(Person reader, RoomId room) {
        return histories.after(reader, room, 0, 0).messages().stream()
                .filter(message -> "manages".equals(message.event()))
                .flatMap(message -> message.names().stream())
                .toList();
    }

    private void assertToldTo(Person person, RoomId room, int times) {
        assertThat(published.stream(RoomChanged.class)
                        .filter(changed -> changed.room().id().equals(room))
                        .filter(changed -> changed.concerned().contains(person.id())))
                .hasSize(times);
    }
}
