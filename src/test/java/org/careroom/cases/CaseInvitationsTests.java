package org.careroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.messaging.ParticipantView;
import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.Teams;
import org.careroom.people.Invitations;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Asking people into the follower rooms of a case: by a link those whom no organization here knows. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class CaseInvitationsTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestCases testCases;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseAdmins admins;

    @Autowired
    private Followers followers;

    @Autowired
    private FollowerGroups groups;

    @Autowired
    private CasePermissions permissions;

    @Autowired
    private CasePages pages;

    @Autowired
    private CaseTimeline timeline;

    @Autowired
    private Rooms rooms;

    @Autowired
    private RoomInvitations invitations;

    @Autowired
    private Invitations links;

    @Autowired
    private MemberSettings settings;

    @Autowired
    private People people;

    @Autowired
    private Teams teams;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person dana;
    private Person mei;
    private Person lee;
    private CaseId id;
    private GroupId group;
    private RoomId room;

    @BeforeEach
    void aCase() {
        riverside = staff.organization(Plan.PREMIUM);
        dana = staff.admin(riverside, "Dana Reyes");
        mei = staff.member(riverside, "Mei Kato");
        lee = staff.member(riverside, "Lee Tran");
        id = testCases.recovery(dana, riverside);
        group = testCases.group(dana, id, "OPO", List.of("OR location"), lee);
        room = testCases.room(dana, id, group);
    }

    @Test
    void whoHasNoAccountFollowsOnceTheyAcceptByTheirLink() {
        String address = UUID.randomUUID() + "@elsewhere.example";
        String token = token(ask(dana, address));
        assertThat(links.open(token).line()).isEqualTo(Reason.of("room.invitation.line", "Dana Reyes"));
        assertThat(permissions.group(dana, id, group).strangers()).containsExactly(address);
        assertThatThrownBy(() -> groups.delete(dana, id, group)).isInstanceOf(Refused.class);
        Person kim = people.person(links.acceptNew(token, "Kim New", Staff.PASSWORD, Locale.ENGLISH)
                .person());
        assertThat(pages.ofFollower(kim, id).groups())
                .extracting(FollowedCase.FollowedGroup::name)
                .containsExactly("OPO");
        assertThat(permissions.group(dana, id, group).strangers()).isEmpty();
        assertThat(permissions.group(dana, id, group).followers())
                .filteredOn(CasePermissions.Someone::outside)
                .extracting(CasePermissions.Someone::name)
                .containsExactly("Kim New");
        assertThat(lately())
                .contains(CaseEvent.Kind.FOLLOWER_ASKED + " " + address, CaseEvent.Kind.FOLLOWER_ACCEPTED + " Kim New");
    }

    @Test
    void whoIsKnownElsewhereIsAskedAndTheTimelineTellsWhenTheyAccept() {
        Person chris = staff.member(staff.organization(Plan.FREE), "Chris Walker");
        followers.add(dana, id, group, List.of(chris.email()), List.of());
        assertThat(lately())
                .contains(CaseEvent.Kind.FOLLOWER_ASKED + " Chris Walker")
                .doesNotContain(CaseEvent.Kind.FOLLOWER_ADDED + " Chris Walker");
        invitations.accept(chris, room);
        assertThat(lately()).contains(CaseEvent.Kind.FOLLOWER_ACCEPTED + " Chris Walker");
    }

    @Test
    void aLinkThatWasTakenBackLeadsNowhere() {
        String address = UUID.randomUUID() + "@elsewhere.example";
        assertDead(() -> ask(dana, address), () -> followers.withdraw(dana, id, group, address));
    }

    @Test
    void whatAnAdminAskedForEndsWhenTheyAreAdminNoMore() {
        admins.add(dana, id, List.of(mei.email()), false);
        assertDead(() -> ask(mei, UUID.randomUUID() + "@elsewhere.example"), () -> admins.remove(dana, id, mei.id()));
    }

    @Test
    void whatAMemberAskedForEndsWhenTheyAreDeactivated() {
        admins.add(dana, id, List.of(mei.email()), true);
        assertDead(
                () -> ask(mei, UUID.randomUUID() + "@elsewhere.example"),
                () -> settings.deactivate(dana, staff.id(riverside, mei), null));
    }

    @Test
    void nobodyComesIntoAClosedCase() {
        Person chris = staff.member(staff.organization(Plan.FREE), "Chris Walker");
        followers.add(dana, id, group, List.of(chris.email()), List.of());
        cases.close(dana, id);
        assertRefused("case.enter.closed", () -> invitations.accept(chris, room));
        cases.reopen(dana, id);
        invitations.accept(chris, room);
        assertThat(rooms.list(chris, RoomFilter.OPEN).items()).hasSize(1);
    }

    @Test
    void nobodyWhomTheOrganizationKeepsOutComesInByAnOlderInvitation() {
        Person chris = staff.member(staff.organization(Plan.FREE), "Chris Walker");
        followers.add(dana, id, group, List.of(chris.email()), List.of());
        staff.enroll(riverside, chris);
        settings.deactivate(dana, staff.id(riverside, chris), null);
        assertRefused("room.enter.kept-out", () -> invitations.accept(chris, room));
    }

    @Test
    void adminsAreMembersOfTheOrganization() {
        assertThatThrownBy(() -> admins.add(dana, id, List.of("kim@elsewhere.example"), false))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.reason().key()).isEqualTo("case.admin.outside"));
    }

    @Test
    void anAdminWhoIsNamedAsAFollowerIsToldToJoinAndWhatWasTypedStays() {
        admins.add(dana, id, List.of(mei.email()), false);
        var answer = signedIn(dana)
                .post(
                        "/cases/" + id + "/groups/" + group + "/people",
                        "people",
                        "kim@elsewhere.example, " + mei.email());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Mei Kato is an admin of this case already")
                .contains("value=\"kim@elsewhere.example");
        assertThat(followersNow()).containsExactly("Lee Tran");
    }

    @Test
    void aRoomWithPeopleInItSaysWhyItIsNotRemovedAndTheWayBackKeepsTicks() {
        Browsing browser = signedIn(dana);
        String at = "/cases/" + id + "/groups/" + group;
        assertThat(browser.get(at).body())
                .contains("first remove the people in it")
                .doesNotContain(at + "/delete");
        String field = testCases.field(dana, id, "Organ offered").id().toString();
        assertThat(browser.post(at + "/given", "confirmed", "true", "back", "true", "fields", field)
                        .body())
                .containsPattern("value=\"" + field + "\" checked")
                .contains("Look at what changes");
        assertThat(permissions.group(dana, id, group).fields()).hasSize(1);
    }

    @Test
    void theAddressOfARoomsPeopleServesFollowerRoomsToo() {
        String people = "/rooms/" + room + "/people";
        Browsing browser = signedIn(dana);
        assertThat(browser.post(people, "add", mei.email()).statusCode()).isEqualTo(303);
        assertThat(followersNow()).containsExactly("Lee Tran", "Mei Kato");
        assertThat(browser.post(people, "remove", mei.email()).statusCode()).isEqualTo(303);
        assertThat(followersNow()).containsExactly("Lee Tran");
        assertThat(browser.post(people, "add", "kim@elsewhere.example").body()).contains("/invitations/");
        Browsing follower = signedIn(lee);
        var refused = follower.post(people, "add", mei.email());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Only its case admins choose who is in it.");
        assertThat(follower.post(people, "remove", lee.email()).statusCode()).isEqualTo(403);
        admins.add(dana, id, List.of(mei.email()), false);
        assertThat(signedIn(mei).post(people, "add", mei.email()).statusCode()).isEqualTo(404);
        String caseRoom = "/rooms/" + pages.ofAdmin(dana, id).room() + "/people";
        assertThat(browser.post(caseRoom, "add", lee.email()).statusCode()).isEqualTo(403);
        assertThat(followersNow()).containsExactly("Lee Tran");
    }

    @Test
    void aTeamsChangeIsOfferedToTheGroupsThatTookItAndDoneByNobodyElse() {
        Person kofi = staff.member(riverside, "Kofi Asante");
        TeamId surgeons = teams.create(dana, riverside, "Surgeons", true, Set.of(lee.id(), mei.id()));
        followers.add(dana, id, group, List.of(), List.of(surgeons));
        assertThat(followersNow()).containsExactly("Lee Tran", "Mei Kato");
        teams.change(dana, surgeons, "Surgeons", true, Set.of(lee.id(), kofi.id()));
        assertThat(followersNow()).containsExactly("Lee Tran", "Mei Kato");
        assertThat(permissions.group(dana, id, group).offers()).singleElement().satisfies(offer -> {
            assertThat(offer.added()).extracting(Person::name).containsExactly("Kofi Asante");
            assertThat(offer.removed()).extracting(Person::name).containsExactly("Mei Kato");
        });
        assertThatThrownBy(() -> followers.follow(lee, id, group, surgeons, true))
                .isInstanceOf(Refused.class);
        followers.follow(dana, id, group, surgeons, true);
        assertThat(followersNow()).containsExactly("Kofi Asante", "Lee Tran");
        assertThat(permissions.group(dana, id, group).offers()).isEmpty();
        teams.change(dana, surgeons, "Surgeons", true, Set.of(lee.id()));
        followers.follow(dana, id, group, surgeons, false);
        assertThat(followersNow()).containsExactly("Kofi Asante", "Lee Tran");
        assertThat(permissions.group(dana, id, group).offers()).isEmpty();
    }

    /** What runs general rooms runs no others: nobody becomes an admin of a follower room by it. */
    @Test
    void theAddressesOfGeneralRoomsDoNothingInTheRoomsOfCases() {
        RoomId caseRoom = pages.ofAdmin(dana, id).room();
        Browsing browser = signedIn(dana);
        for (RoomId of : List.of(room, caseRoom)) {
            String at = "/rooms/" + of;
            assertThat(browser.post(at + "/managers", "person", lee.id().toString(), "manager", "true")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(browser.post(at + "/description", "description", "Mine").statusCode())
                    .isEqualTo(404);
            assertThat(browser.post(at + "/teams/" + UUID.randomUUID(), "accept", "false")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(rooms.panel(lee, room).people())
                .filteredOn(ParticipantView::manager)
                .extracting(ParticipantView::name)
                .containsExactly("Dana Reyes");
    }

    @Test
    void whoWasAskedAndBecomesAnAdminMeanwhileRunsTheRoomOnceTheyAccept() {
        Person chris = staff.member(staff.organization(Plan.FREE), "Chris Walker");
        followers.add(dana, id, group, List.of(chris.email()), List.of());
        staff.enroll(riverside, chris);
        admins.add(dana, id, List.of(chris.email()), false);
        invitations.accept(chris, room);
        assertThat(permissions.group(dana, id, group).admins()).containsExactly("Chris Walker", "Dana Reyes");
    }

    private void assertDead(Supplier<IssuedInvitation> asking, Runnable end) {
        String token = token(asking.get());
        assertThat(links.open(token).email()).endsWith("@elsewhere.example");
        end.run();
        assertThatThrownBy(() -> links.open(token)).isInstanceOf(NotFound.class);
        assertThat(permissions.group(dana, id, group).strangers()).isEmpty();
    }

    private static void assertRefused(String key, Runnable accepting) {
        assertThatThrownBy(accepting::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo(key));
    }

    private IssuedInvitation ask(Person who, String address) {
        return followers
                .add(who, id, group, List.of(address), List.of())
                .invited()
                .get(0);
    }

    private static String token(IssuedInvitation issued) {
        return issued.link().substring(issued.link().lastIndexOf('/') + 1);
    }

    private List<String> followersNow() {
        return permissions.group(dana, id, group).followers().stream()
                .map(CasePermissions.Someone::name)
                .toList();
    }

    private List<String> lately() {
        return timeline.of(dana, id, null, List.of(CaseEvent.Kind.values()), null).items().stream()
                .map(event -> event.kind() + " " + event.subject())
                .toList();
    }

    private Browsing signedIn(Person who) {
        Browsing browser = new Browsing(port);
        browser.signIn(who.email(), Staff.PASSWORD);
        return browser;
    }
}
