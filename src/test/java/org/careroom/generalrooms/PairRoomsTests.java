package org.careroom.generalrooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.careroom.messaging.Histories;
import org.careroom.messaging.MessageView;
import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.RoomRow;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Rooms of two: making one, finding it again, and coming back to it. */
@SuppressWarnings("NullAway.Init")
class PairRoomsTests extends RiversideTest {

    @Autowired
    private RoomInvitations invitations;

    @Autowired
    private RoomLife life;

    @Autowired
    private Histories histories;

    @Autowired
    private MemberSettings memberSettings;

    @Test
    void aPairHasOneRoomWhoeverStartsItAndHoweverManyAtOnce() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            List<Future<RoomId>> made = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                boolean even = i % 2 == 0;
                made.add(executor.submit(() -> even ? testRooms.pair(dana, lee) : testRooms.pair(lee, dana)));
            }
            for (Future<RoomId> room : made) {
                assertThat(room.get()).isEqualTo(made.get(0).get());
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(names(dana)).containsExactly("Lee Tran");
        assertThat(names(lee)).containsExactly("Dana Reyes");
    }

    @Test
    void writingReopensARoomOfTwoAndBringsBackWhoLeft() {
        RoomId pair = testRooms.pair(dana, lee);
        testRooms.say(dana, pair, "Hello");
        life.leave(lee, pair);
        life.close(dana, pair);
        assertThat(names(lee)).isEmpty();
        testRooms.say(dana, pair, "Are you there?");
        assertThat(names(lee)).containsExactly("Dana Reyes");
        assertThat(testRooms.pair(lee, dana)).isEqualTo(pair);
    }

    @Test
    void whoDeclinedARoomOfTwoComesOnlyByTheirOwnWillOrAskedAgain() {
        RoomId pair = testRooms.pair(dana, chris);
        invitations.decline(chris, pair);
        assertThatThrownBy(() -> testRooms.say(dana, pair, "Please?"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo("general.pair.declined"));
        assertThat(names(chris)).isEmpty();
        assertThat(testRooms.pair(dana, chris)).isEqualTo(pair);
        assertThat(invitations.waitingFor(chris)).hasSize(1);
        assertThat(names(chris)).isEmpty();
    }

    @Test
    void startingAChatWithWhoeverInvitesIsAccepting() {
        Person robin = staff.member(staff.organization(Plan.PREMIUM), "Robin Outside");
        RoomId pair = testRooms.pair(dana, robin);
        assertThat(generalRooms
                        .create(
                                robin,
                                new NewRoom(
                                        UUID.randomUUID(), null, "", "", List.of(dana.email()), List.of(), "Here I am"))
                        .room())
                .isEqualTo(pair);
        assertThat(bodies(dana, pair)).contains("Here I am");
        assertThat(names(robin)).containsExactly("Dana Reyes");
    }

    @Test
    void whoseMembershipEndedDoesNotComeBackByWhatTheOtherWritesOrByTheirOwnNewChat() {
        Person admin = staff.admin(riverside, "Amara Diallo");
        staff.enroll(staff.organization(Plan.PREMIUM), lee);
        RoomId pair = testRooms.pair(dana, lee);
        life.leave(lee, pair);
        memberSettings.deactivate(admin, staff.id(riverside, lee), null);
        assertThatThrownBy(() -> testRooms.say(dana, pair, "Are you there?")).isInstanceOf(Refused.class);
        RoomId asked = testRooms.pair(lee, dana);
        assertThat(asked).isNotEqualTo(pair);
        assertThat(names(lee)).containsExactly("Dana Reyes");
        assertThat(invitations.waitingFor(dana))
                .extracting(RoomInvitations.Waiting::room)
                .containsExactly(asked);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void aPairThatLostItsOrganizationHasAnotherRoomWhereBothAreActive(boolean leftBefore, boolean whoWasLeftStarts) {
        Person admin = staff.admin(riverside, "Amara Diallo");
        OrganizationId northlake = staff.organization(Plan.PREMIUM);
        RoomId first = testRooms.pair(dana, lee);
        testRooms.say(dana, first, "Of Riverside alone");
        staff.enroll(northlake, dana);
        staff.enroll(northlake, lee);
        assertThat(testRooms.pair(lee, dana)).isEqualTo(first);

        if (leftBefore) {
            life.leave(lee, first);
        }
        memberSettings.deactivate(admin, staff.id(riverside, lee), null);
        RoomId second = whoWasLeftStarts ? chosenRiverside(dana, lee) : testRooms.pair(lee, dana);
        assertThat(second).isNotEqualTo(first);
        testRooms.say(dana, second, "Good to see you");
        testRooms.say(lee, second, "You too");
        assertThat(bodies(lee, second)).doesNotContain("Of Riverside alone");
        assertThatThrownBy(() -> bodies(lee, first)).isInstanceOf(NotFound.class);
        assertThat(testRooms.pair(dana, lee)).isEqualTo(second);
        assertThat(testRooms.pair(lee, dana)).isEqualTo(second);

        memberSettings.reactivate(admin, staff.id(riverside, lee));
        assertThat(testRooms.pair(dana, lee)).isEqualTo(second);
    }

    private RoomId chosenRiverside(Person who, Person other) {
        NewRoom form = new NewRoom(UUID.randomUUID(), riverside, "", "", List.of(other.email()), List.of(), "");
        return generalRooms.create(who, form).room();
    }

    private List<String> names(Person person) {
        return rooms.list(person, RoomFilter.OPEN).items().stream()
                .map(RoomRow::name)
                .toList();
    }

    private List<String> bodies(Person person, RoomId room) {
        return histories.after(person, room, 0, 0).messages().stream()
                .map(MessageView::body)
                .toList();
    }
}
