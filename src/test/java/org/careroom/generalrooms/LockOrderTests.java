package org.careroom.generalrooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.careroom.AtOnce;
import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomRow;
import org.careroom.organizations.Approvals;
import org.careroom.organizations.MemberId;
import org.careroom.organizations.MemberInvitations;
import org.careroom.organizations.MemberList;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.Members;
import org.careroom.organizations.Status;
import org.careroom.people.Invitations;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Those who change rooms and memberships at the same time wait for each other, in the order that stands at org.careroom. */
@SuppressWarnings("NullAway.Init")
class LockOrderTests extends RiversideTest {

    private static final int ROUNDS = 8;
    private static final int MANY = 5;
    private static final int AGAIN = 10;

    @Autowired
    private Oversight oversight;

    @Autowired
    private MemberSettings settings;

    @Autowired
    private Members members;

    @Autowired
    private MemberList list;

    @Autowired
    private Approvals approvals;

    @Autowired
    private MemberInvitations memberships;

    @Autowired
    private Invitations invitations;

    private Person amara;

    @BeforeEach
    void admin() {
        amara = staff.admin(riverside, "Amara Diallo");
    }

    @RepeatedTest(ROUNDS)
    void somebodyIsAddedAndDeactivated() throws Exception {
        List<Runnable> several = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            RoomId room = testRooms.group(dana, lee);
            several.add(again(() -> roomPeople.add(dana, room, List.of(lee.email()), List.of())));
        }
        several.add(() -> settings.deactivate(amara, staff.id(riverside, lee), ""));
        assertNoDeadlock(several);
        assertThat(members.isActive(lee.id(), riverside)).isFalse();
        assertThat(roomsOf(lee)).isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void theSuccessorIsRemoved() throws Exception {
        List<Runnable> several = new ArrayList<>();
        List<RoomId> left = new ArrayList<>(List.of(testRooms.group(dana, lee)));
        for (int number = 0; number < MANY; number++) {
            RoomId room = testRooms.group(dana, lee);
            left.add(room);
            several.add(again(() -> {
                oversight.remove(amara, room, lee.id());
                roomPeople.add(dana, room, List.of(lee.email()), List.of());
            }));
        }
        several.add(() -> settings.deactivate(amara, staff.id(riverside, dana), lee.email()));
        assertNoDeadlock(several);
        assertThat(members.isActive(dana.id(), riverside)).isFalse();
        assertThat(roomsOf(dana)).isEmpty();
        assertThat(left)
                .flatExtracting(room -> oversight.room(amara, room).people())
                .allMatch(OverseenRoom.OverseenPerson::manager);
    }

    @RepeatedTest(ROUNDS)
    void invitationsToARoomAreAcceptedAndSomeOfThemWithdrawn() throws Exception {
        RoomId room = testRooms.group(dana, lee);
        List<Runnable> several = new ArrayList<>();
        List<Person> staying = new ArrayList<>();
        List<Person> withdrawn = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            staying.add(invitedStranger(room, several));
            Person stranger = invitedStranger(room, several);
            withdrawn.add(stranger);
            several.add(() -> roomPeople.change(dana, room, List.of(stranger.email()), List.of(), List.of()));
        }
        assertNoDeadlock(several);
        assertThat(staying).allMatch(stranger -> roomsOf(stranger).contains(room));
        assertThat(withdrawn).allMatch(stranger -> roomsOf(stranger).isEmpty());
    }

    /** Asks somebody into the room, who is going to accept. */
    private Person invitedStranger(RoomId room, List<Runnable> several) {
        Person stranger = staff.person("Sky Unknown");
        String token = token(roomPeople
                .add(dana, room, List.of(stranger.email()), List.of())
                .invited()
                .get(0));
        several.add(() -> invitations.accept(stranger, token));
        return stranger;
    }

    @RepeatedTest(ROUNDS)
    void anInvitationToAnOrganizationIsAcceptedAndItsPersonApproved() throws Exception {
        List<Runnable> several = new ArrayList<>();
        List<MemberId> pending = new ArrayList<>();
        List<Person> asked = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            Person penny = staff.person("Penny Pending");
            String token = token(memberships.invite(amara, riverside, penny.email(), ""));
            pending.add(members.waiting(riverside, penny.id()));
            asked.add(penny);
            several.add(() -> invitations.accept(penny, token));
        }
        several.add(() -> approvals.approve(amara, riverside, Set.copyOf(pending)));
        assertNoDeadlock(several);
        assertThat(asked).allMatch(penny -> members.isActive(penny.id(), riverside));
        assertThat(list.all(amara, riverside, Status.INVITED)).isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void anInvitationToAnOrganizationIsAcceptedAndWithdrawn() throws Exception {
        List<Runnable> several = new ArrayList<>();
        List<Person> asked = new ArrayList<>();
        Set<Person> accepted = ConcurrentHashMap.newKeySet();
        for (int number = 0; number < MANY; number++) {
            Person penny = staff.person("Penny Pending");
            String token = token(memberships.invite(amara, riverside, penny.email(), ""));
            asked.add(penny);
            several.add(() -> {
                invitations.accept(penny, token);
                accepted.add(penny);
            });
        }
        list.all(amara, riverside, Status.INVITED)
                .forEach(invited -> several.add(() -> memberships.withdraw(amara, invited.id())));
        assertNoDeadlock(several);
        assertThat(asked).allMatch(penny -> members.isActive(penny.id(), riverside) == accepted.contains(penny));
        assertThat(list.all(amara, riverside, Status.INVITED)).isEmpty();
    }

    private static Runnable again(Runnable work) {
        return () -> IntStream.range(0, AGAIN).forEach(time -> work.run());
    }

    /** Whoever comes too late is told so; that is all that may happen to them. What has become of all is for each test to ask. */
    private static void assertNoDeadlock(List<Runnable> several) throws Exception {
        assertThat(AtOnce.run(several.toArray(Runnable[]::new)))
                .allMatch(
                        failed -> failed instanceof NotFound || failed instanceof Refused || failed instanceof Invalid);
    }

    private List<RoomId> roomsOf(Person person) {
        return rooms.list(person, RoomFilter.OPEN).items().stream()
                .map(RoomRow::id)
                .toList();
    }

    private static String token(IssuedInvitation issued) {
        return issued.link().replaceFirst(".*/", "");
    }
}
