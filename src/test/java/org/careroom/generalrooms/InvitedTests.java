package org.careroom.generalrooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careroom.CareroomTest;
import org.careroom.messaging.ParticipantView;
import org.careroom.messaging.PeopleAdded;
import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomRow;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.Teams;
import org.careroom.people.Accounts;
import org.careroom.people.Invitations;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is meant by the addresses and teams of a form, and who is not let in by it. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class InvitedTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private GeneralRooms generalRooms;

    @Autowired
    private RoomPeople roomPeople;

    @Autowired
    private Teams teams;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RoomInvitations invitations;

    @Autowired
    private Invitations links;

    @Autowired
    private Rooms rooms;

    @Autowired
    private MemberSettings settings;

    private OrganizationId riverside;
    private Person admin;
    private Person dana;
    private Person lee;

    @BeforeEach
    void staff() {
        riverside = staff.organization(Plan.PREMIUM);
        admin = staff.admin(riverside, "Amara Diallo");
        dana = staff.member(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", " ", "\n", " , ", ",,"})
    void addressesStandOneBehindTheOther(String between) {
        Person mei = staff.member(riverside, "Mei Kato");
        RoomId room = testRooms.group(dana);
        roomPeople.add(dana, room, List.of(lee.email() + between + mei.email().toUpperCase(Locale.ROOT)), List.of());
        assertThat(rooms.panel(dana, room).people())
                .extracting(ParticipantView::name)
                .containsExactly("Dana Reyes", "Lee Tran", "Mei Kato");
    }

    @Test
    void whatIsNoAddressIsToldAtItsField() {
        RoomId room = testRooms.group(dana);
        assertInvalid("general.people.address", () -> add(room, lee.email() + ", nonsense"));
    }

    @Test
    void whoAsksIsNoGuestOfTheirOwn() {
        TeamId both = teams.create(dana, riverside, "Us", true, Set.of(dana.id(), lee.id()));
        RoomId pair = testRooms.pair(dana, lee);
        assertThat(generalRooms
                        .create(dana, new NewRoom(UUID.randomUUID(), null, "", "", List.of(), List.of(both), ""))
                        .room())
                .isEqualTo(pair);
        assertInvalid("general.people.nobody", () -> testRooms.pair(dana, dana));
    }

    @Test
    void aRoomWithOnePersonWhoHasNoAccountIsNamed() {
        assertInvalid(
                "name",
                "general.name.needed.stranger",
                () -> generalRooms.create(
                        dana,
                        new NewRoom(UUID.randomUUID(), null, "", "", List.of("new@elsewhere.example"), List.of(), "")));
    }

    @Test
    void aPremiumAccountIsKnownWithoutAnOrganization() {
        Person paula = staff.person("Paula Premium");
        accounts.makePremium(staff.operator("Otto Operator"), paula.id(), true);
        RoomId room = testRooms.group(dana);
        assertThat(add(room, paula.email()).invited()).isEmpty();
        assertThat(invitations.waitingFor(paula)).hasSize(1);
    }

    @Test
    void oneFormNamesNoMoreThanAWholeHospital() {
        RoomId room = testRooms.group(dana);
        String many = IntStream.rangeClosed(0, 2_000)
                .mapToObj(number -> "guest" + number + "@elsewhere.example")
                .collect(Collectors.joining(","));
        assertInvalid("general.people.many", () -> add(room, many));
    }

    @Test
    void clientsAreNeverAmongStaff() {
        Person client = staff.client("Jordan Ellis");
        assertThatThrownBy(() -> testRooms.group(dana, lee, client))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("people"));
        RoomId room = testRooms.group(dana, lee);
        assertThatThrownBy(() -> roomPeople.add(dana, room, List.of(client.email()), List.of()))
                .isInstanceOf(Invalid.class);
        assertThat(names(dana)).containsExactly("Morning round");
    }

    @Test
    void whoIsNoMemberLearnsOfNobodyThatTheyAreAClientOrKeptOut() {
        Person chris = staff.member(staff.organization(Plan.PREMIUM), "Chris Walker");
        RoomId room = testRooms.group(dana, chris);
        invitations.accept(chris, room);
        Person client = staff.client("Jordan Ellis");
        Person penny = staff.pending(riverside, "Penny Pending");
        for (Person unknown : List.of(client, penny)) {
            PeopleAdded asked = roomPeople.add(chris, room, List.of(unknown.email()), List.of());
            String link = asked.invited().get(0).link();
            assertThatThrownBy(() -> links.accept(unknown, link.substring(link.lastIndexOf('/') + 1)))
                    .isInstanceOf(Refused.class);
            assertThat(names(unknown)).isEmpty();
        }
    }

    @Test
    void whomAnAdminKeepsOutDoesNotComeInByAColleaguesDoor() {
        Person penny = staff.pending(riverside, "Penny Pending");
        settings.deactivate(admin, staff.id(riverside, lee), null);
        RoomId room = testRooms.group(dana);
        for (Person keptOut : List.of(penny, lee)) {
            assertThatThrownBy(() -> roomPeople.add(dana, room, List.of(keptOut.email()), List.of()))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            invalid -> assertThat(invalid.reason().key()).isEqualTo("general.people.kept-out"));
            assertThat(invitations.waitingFor(keptOut)).isEmpty();
        }
    }

    @Test
    void anAccountThatNoOrganizationVouchesForIsAskedByALinkToItsAddress() {
        Person somebody = staff.person("Whoever Typed It");
        RoomId room = testRooms.group(dana);
        PeopleAdded asked = roomPeople.add(dana, room, List.of(somebody.email()), List.of());
        assertThat(asked.invited()).hasSize(1);
        assertThat(invitations.waitingFor(somebody)).isEmpty();
        String link = asked.invited().get(0).link();
        links.accept(somebody, link.substring(link.lastIndexOf('/') + 1));
        assertThat(names(somebody)).containsExactly("Morning round");
    }

    @Test
    void oneFormAsksNoMoreStrangersThanAPersonWouldType() {
        RoomId room = testRooms.group(dana);
        String many = IntStream.rangeClosed(0, 100)
                .mapToObj(number -> "guest" + number + "@elsewhere.example")
                .collect(Collectors.joining(","));
        assertThatThrownBy(() -> roomPeople.add(dana, room, List.of(many), List.of()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.reason().key()).isEqualTo("general.people.strangers"));
    }

    private PeopleAdded add(RoomId room, String typed) {
        return roomPeople.add(dana, room, List.of(typed), List.of());
    }

    private static void assertInvalid(String reason, ThrowingCallable work) {
        assertInvalid("people", reason, work);
    }

    private static void assertInvalid(String field, String reason, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Invalid.class, invalid -> {
            assertThat(invalid.field()).isEqualTo(field);
            assertThat(invalid.reason().key()).isEqualTo(reason);
        });
    }

    private List<String> names(Person person) {
        return rooms.list(person, RoomFilter.OPEN).items().stream()
                .map(RoomRow::name)
                .toList();
    }
}
