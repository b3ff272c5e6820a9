package org.careroom.generalrooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careroom.messaging.Histories;
import org.careroom.messaging.MessageView;
import org.careroom.messaging.ParticipantView;
import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.RoomRow;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.Plan;
import org.careroom.people.Invitations;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Making general rooms, and who is in them. */
class GeneralRoomsTests extends RiversideTest {

    @Autowired
    private Oversight oversight;

    @Autowired
    private RoomInvitations invitations;

    @Autowired
    private Invitations links;

    @Autowired
    private RoomLife life;

    @Autowired
    private Histories histories;

    @Autowired
    private People people;

    @Autowired
    private MemberSettings memberSettings;

    @Test
    void theSameFormSentTwiceMakesOneRoom() {
        NewRoom form =
                new NewRoom(UUID.randomUUID(), null, "On call", "", List.of(lee.email()), List.of(), "Who is on?");
        assertThat(generalRooms.create(dana, form).room())
                .isEqualTo(generalRooms.create(dana, form).room());
        assertThat(names(lee)).containsExactly("On call");
    }

    @Test
    void whoComesFromOutsideLearnsNothingButWhoInvitesUntilTheyAccept() {
        RoomId room = testRooms.group(dana, lee, chris);
        testRooms.say(dana, room, "Before Chris came");
        assertThat(names(chris)).isEmpty();
        assertThat(invitations.waitingFor(chris)).singleElement().satisfies(invitation -> {
            assertThat(invitation.room()).isEqualTo(room);
            assertThat(invitation.invitedBy()).isEqualTo("Dana Reyes");
        });
        assertThatThrownBy(() -> rooms.page(chris, room, null, null)).isInstanceOf(NotFound.class);
        invitations.accept(chris, room);
        assertThat(bodies(chris, room)).contains("Before Chris came");
        assertThat(invitations.waitingFor(chris)).isEmpty();
        assertThatThrownBy(() -> invitations.accept(chris, room)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoDeclinesIsNotInTheRoom() {
        RoomId room = testRooms.group(dana, chris);
        invitations.decline(chris, room);
        assertThatThrownBy(() -> invitations.accept(chris, room)).isInstanceOf(NotFound.class);
        assertThat(names(chris)).isEmpty();
    }

    @Test
    void aStrangerComesInByALinkThatIsForTheirAddressOnly() {
        String address = "kim." + UUID.randomUUID() + "@elsewhere.example";
        RoomId room = testRooms.group(dana, lee);
        IssuedInvitation link = roomPeople
                .add(dana, room, List.of(address), List.of())
                .invited()
                .get(0);
        String token = link.link().substring(link.link().lastIndexOf('/') + 1);
        assertThatThrownBy(() -> links.accept(chris, token)).isInstanceOf(Refused.class);
        Invitations.Accepted accepted =
                links.acceptNew(token, "Kim Larsen", "seven quiet herons", java.util.Locale.ENGLISH);
        Person kim = people.person(accepted.person());
        assertThat(accepted.address()).isEqualTo("/rooms/" + room);
        assertThat(names(kim)).containsExactly("Morning round");
        assertThatThrownBy(() -> links.open(token)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoeverIsAddedSeesTheWholeHistoryAndWhoIsRemovedNothing() {
        RoomId room = testRooms.group(dana);
        testRooms.say(dana, room, "Long ago");
        roomPeople.add(dana, room, List.of(lee.email()), List.of());
        assertThat(bodies(lee, room)).contains("Long ago");
        life.remove(dana, room, List.of(lee));
        assertThatThrownBy(() -> rooms.page(lee, room, null, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> histories.after(lee, room, 0, 0)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> testRooms.say(lee, room, "Still here")).isInstanceOf(NotFound.class);
        assertThat(names(lee)).isEmpty();
    }

    @Test
    void aRoomKeepsAManager() {
        RoomId room = testRooms.group(dana, lee);
        assertThatThrownBy(() -> roomPeople.manage(dana, room, dana.id(), false))
                .isInstanceOf(Refused.class);
        life.leave(dana, room);
        assertThat(rooms.panel(lee, room).people())
                .extracting(ParticipantView::manager)
                .containsExactly(true);
    }

    @Test
    void anOlderInvitationLetsNobodyInWhomAnAdminKeepsOut() {
        Person admin = staff.admin(riverside, "Amara Diallo");
        RoomId room = testRooms.group(dana, chris);
        staff.enroll(riverside, chris);
        memberSettings.deactivate(admin, staff.id(riverside, chris), null);
        assertThatThrownBy(() -> invitations.accept(chris, room)).isInstanceOf(Refused.class);
        assertThat(names(chris)).isEmpty();
    }

    @Test
    void aColleagueWhoComesByAnOldLinkIsNotFromOutside() {
        Person sky = staff.person("Sky Unknown");
        RoomId room = testRooms.group(dana);
        String link = roomPeople
                .add(dana, room, List.of(sky.email()), List.of())
                .invited()
                .get(0)
                .link();
        staff.enroll(riverside, sky);
        links.accept(sky, link.substring(link.lastIndexOf('/') + 1));
        assertThat(rooms.panel(dana, room).people()).noneMatch(ParticipantView::outside);
    }

    @Test
    void adminsSeeNamesAndPeopleOfGroupRoomsAndCanRemoveAndClose() {
        RoomId group = testRooms.group(dana, lee);
        RoomId pair = testRooms.pair(dana, lee);
        Person admin = staff.admin(riverside, "Amara Diallo");
        assertThat(oversight.list(admin, null).items())
                .extracting(OverseenRoom::id)
                .containsExactly(group);
        assertThat(oversight.room(admin, group).people())
                .extracting(OverseenRoom.OverseenPerson::name)
                .containsExactlyInAnyOrder("Dana Reyes", "Lee Tran");
        assertThatThrownBy(() -> oversight.room(admin, pair)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rooms.page(admin, group, null, null)).isInstanceOf(NotFound.class);
        oversight.remove(admin, group, lee.id());
        oversight.close(admin, group);
        assertThat(names(lee)).containsExactly("Dana Reyes");
        assertThatThrownBy(() -> testRooms.say(dana, group, "Hello?")).isInstanceOf(Refused.class);
    }

    @Test
    void nobodyElseOverseesRooms() {
        RoomId group = testRooms.group(dana, lee);
        Person foreignAdmin = staff.admin(staff.organization(Plan.PREMIUM), "Foreign Admin");
        for (Person person : Set.of(dana, lee, chris, foreignAdmin, staff.client("Cleo Client"))) {
            assertThatThrownBy(() -> oversight.room(person, group)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> oversight.remove(person, group, lee.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> oversight.close(person, group)).isInstanceOf(NotFound.class);
        }
        assertThat(oversight.list(foreignAdmin, null).items()).isEmpty();
    }

    @Test
    void theListPagesByKeyAndFindsByNameAndPeople() {
        for (int i = 0; i < 60; i++) {
            testRooms.group(dana);
        }
        testRooms.pair(dana, lee);
        var first = rooms.list(dana, RoomFilter.OPEN);
        assertThat(first.items()).hasSize(50);
        assertThat(first.next()).isNotNull();
        var second = rooms.list(
                dana, new RoomFilter(true, "", RoomFilter.Key.of(java.util.Objects.requireNonNull(first.next()))));
        assertThat(second.items()).hasSize(11);
        assertThat(second.next()).isNull();
        assertThat(rooms.list(dana, new RoomFilter(true, "lee t", null)).items())
                .extracting(RoomRow::name)
                .containsExactly("Lee Tran");
        assertThat(rooms.list(dana, new RoomFilter(true, "%", null)).items()).isEmpty();
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
