package org.careroom.generalrooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.CareroomTest;
import org.careroom.messaging.ParticipantView;
import org.careroom.messaging.RoomChanged;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.TeamOffer;
import org.careroom.organizations.Teams;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A room that took a team's people is offered what changes in the team, and changed only when somebody says so (product 1). */
@CareroomTest
@RecordApplicationEvents
@SuppressWarnings("NullAway.Init")
class RoomTeamsTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Teams teams;

    @Autowired
    private GeneralRooms generalRooms;

    @Autowired
    private RoomPeople roomPeople;

    @Autowired
    private RoomTeams roomTeams;

    @Autowired
    private Rooms rooms;

    @Autowired
    private RoomLife life;

    @Autowired
    private MemberSettings settings;

    @Autowired
    private ApplicationEvents published;

    private OrganizationId riverside;
    private Person dana;
    private Person lee;
    private Person mei;
    private Person sam;
    private TeamId surgeons;
    private RoomId room;

    @BeforeEach
    void aRoomWithATeam() {
        riverside = staff.organization(Plan.PREMIUM);
        dana = staff.member(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
        mei = staff.member(riverside, "Mei Kato");
        sam = staff.member(riverside, "Sam Okafor");
        surgeons = teams.create(dana, riverside, "Surgeons", true, Set.of(lee.id(), mei.id()));
        room = generalRooms
                .create(dana, new NewRoom(UUID.randomUUID(), null, "OR 2", "", List.of(), List.of(surgeons), ""))
                .room();
    }

    @Test
    void nothingIsOfferedWhileTheTeamIsAsItWas() {
        assertThat(offers(dana)).isEmpty();
        changeTeam(mei, lee);
        assertThat(offers(dana)).isEmpty();
    }

    @Test
    void aChangeIsOfferedAndDoneOnlyWhenSomebodySaysSo() {
        changeTeam(lee, sam);
        assertThat(people()).containsExactlyInAnyOrder("Dana Reyes", "Lee Tran", "Mei Kato");
        TeamOffer offer = offers(dana).get(0);
        assertThat(offer.name()).isEqualTo("Surgeons");
        assertThat(offer.added()).extracting(Person::name).containsExactly("Sam Okafor");
        assertThat(offer.removed()).extracting(Person::name).containsExactly("Mei Kato");

        roomTeams.accept(dana, room, surgeons);
        assertThat(people()).containsExactlyInAnyOrder("Dana Reyes", "Lee Tran", "Sam Okafor");
        assertThat(offers(dana)).isEmpty();
        life.remove(dana, room, List.of(sam));
        assertThat(offers(dana)).isEmpty();
    }

    @Test
    void ofSeveralTeamsOnlyTheAcceptedChangeIsMade() {
        TeamId night = teams.create(dana, riverside, "Night", true, Set.of(lee.id()));
        roomPeople.add(dana, room, List.of(), List.of(night));
        teams.change(dana, night, "Night", true, Set.of(lee.id(), sam.id()));
        Person pia = staff.member(riverside, "Pia Berg");
        changeTeam(lee, mei, pia);
        assertThat(offers(dana)).extracting(TeamOffer::name).containsExactly("Night", "Surgeons");
        roomTeams.accept(dana, room, surgeons);
        assertThat(people()).contains("Pia Berg").doesNotContain("Sam Okafor");
        assertThat(offers(dana)).extracting(TeamOffer::name).containsExactly("Night");
    }

    @Test
    void whatThePeopleOfTheRoomHaveDoneThemselvesIsNotOffered() {
        roomPeople.add(dana, room, List.of(sam.email()), List.of());
        life.remove(dana, room, List.of(mei));
        assertThat(offers(dana)).isEmpty();
        changeTeam(lee, mei, sam);
        assertThat(offers(dana)).isEmpty();
        changeTeam(lee, sam);
        assertThat(offers(dana)).isEmpty();
    }

    @Test
    void nobodyIsOfferedTheirOwnRemoval() {
        TeamId night = teams.create(dana, riverside, "Night", true, Set.of(dana.id(), sam.id()));
        roomPeople.add(dana, room, List.of(), List.of(night));
        roomPeople.manage(dana, room, lee.id(), true);
        teams.change(dana, night, "Night", true, Set.of(sam.id()));
        assertThat(offers(dana)).isEmpty();
        assertThat(offers(lee).get(0).removed()).extracting(Person::name).containsExactly("Dana Reyes");
    }

    @Test
    void whoIsNoLongerActiveIsNotOffered() {
        changeTeam(lee, mei, sam);
        settings.deactivate(staff.admin(riverside, "Amara Diallo"), staff.id(riverside, sam), null);
        assertThat(offers(dana)).isEmpty();
    }

    @Test
    void openPanelsAreToldOfAnOfferAndThatItWasAnswered() {
        long before = toldOfTheRoom();
        changeTeam(lee, mei, sam);
        assertThat(toldOfTheRoom()).isEqualTo(before + 1);
        roomTeams.decline(dana, room, surgeons);
        assertThat(toldOfTheRoom()).isEqualTo(before + 2);
    }

    @Test
    void aChangeThatWasDeclinedIsNotOfferedAgainButTheNextOneIs() {
        changeTeam(lee, mei, sam);
        roomTeams.decline(dana, room, surgeons);
        assertThat(offers(dana)).isEmpty();
        assertThat(people()).doesNotContain("Sam Okafor");
        changeTeam(lee);
        assertThat(offers(dana)).hasSize(1);
        assertThat(offers(dana).get(0).removed()).extracting(Person::name).containsExactly("Mei Kato");
    }

    @Test
    void aTeamThatTheRoomNeverTookIsNotAnsweredAndNotOfferedLater() {
        TeamId night = teams.create(dana, riverside, "Night", true, Set.of(lee.id()));
        assertThatThrownBy(() -> roomTeams.decline(dana, room, night)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> roomTeams.accept(dana, room, night)).isInstanceOf(NotFound.class);
        teams.change(dana, night, "Night", true, Set.of(lee.id(), sam.id()));
        assertThat(offers(dana)).isEmpty();
    }

    @Test
    void whoIsStillInAnotherTeamThatTheRoomTookStays() {
        TeamId night = teams.create(dana, riverside, "Night", true, Set.of(mei.id()));
        roomPeople.add(dana, room, List.of(), List.of(night));
        changeTeam(lee);
        assertThat(offers(dana)).isEmpty();
    }

    @Test
    void whoOnlyAddsPeopleIsOfferedWhoCameAndLeavesTheRestToTheManagers() {
        changeTeam(lee, sam);
        assertThat(offers(lee).get(0).removed()).isEmpty();
        roomTeams.accept(lee, room, surgeons);
        assertThat(people()).containsExactlyInAnyOrder("Dana Reyes", "Lee Tran", "Mei Kato", "Sam Okafor");
        assertThat(offers(lee)).isEmpty();
        assertThat(offers(dana).get(0).removed()).extracting(Person::name).containsExactly("Mei Kato");
    }

    @Test
    void whoMayNotAddPeopleIsOfferedNothingAndTakesNothing() {
        generalRooms.describe(dana, room, "", true);
        changeTeam(lee, sam);
        assertThat(offers(lee)).isEmpty();
        assertThatThrownBy(() -> roomTeams.accept(lee, room, surgeons)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> roomTeams.decline(lee, room, surgeons)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> roomTeams.decline(sam, room, surgeons)).isInstanceOf(NotFound.class);
        Person foreign = staff.member(staff.organization(Plan.PREMIUM), "Fay Foreign");
        assertThatThrownBy(() -> roomTeams.accept(foreign, room, surgeons)).isInstanceOf(NotFound.class);
    }

    private void changeTeam(Person... people) {
        Set<PersonId> now = Stream.of(people).map(Person::id).collect(Collectors.toSet());
        teams.change(dana, surgeons, "Surgeons", true, now);
    }

    private long toldOfTheRoom() {
        return published.stream(RoomChanged.class)
                .filter(changed -> changed.room().id().equals(room))
                .count();
    }

    private List<TeamOffer> offers(Person reader) {
        return ((GeneralRoomDetails.View) rooms.panel(reader, room).details()).offers();
    }

    private List<String> people() {
        return rooms.panel(dana, room).people().stream()
                .map(ParticipantView::name)
                .toList();
    }
}
