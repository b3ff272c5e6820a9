package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.careroom.CareroomTest;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is an active member of what, who finds whom, and which teams they see. */
@CareroomTest
class MembersTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Members members;

    @Autowired
    private Teams teams;

    @Autowired
    private SettingsLog settingsLog;

    @Test
    void aMemberIsActiveInTheirOwnOrganizationOnly() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        OrganizationId northlake = staff.organization(Plan.FREE);
        Person sam = staff.member(riverside, "Sam Okafor");
        assertThat(members.isActive(sam.id(), riverside)).isTrue();
        assertThat(members.isActive(sam.id(), northlake)).isFalse();
        assertThat(members.of(sam.id())).extracting(Membership::organization).containsExactly(riverside);
    }

    @Test
    void colleaguesAreFoundByTheBeginningsOfWordsAndNeverAcrossOrganizations() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        OrganizationId northlake = staff.organization(Plan.FREE);
        Person sam = staff.member(riverside, "Sam Okafor");
        Person maya = staff.member(riverside, "Maya Lindqvist");
        staff.member(northlake, "Maya Stranger");
        assertThat(members.colleagues(sam, "", 10).items())
                .extracting(Colleague::id)
                .containsExactly(maya.id());
        assertThat(members.colleagues(sam, "lind may", 10).items())
                .extracting(Colleague::jobRole)
                .containsExactly("Surgeon");
        assertThat(members.colleagues(sam, "indq", 10).items()).isEmpty();
        assertThat(members.colleagues(sam, "%", 10).items()).isEmpty();
    }

    @Test
    void colleaguesBeyondTheLimitAreAnnounced() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        Person sam = staff.member(riverside, "Sam Okafor");
        staff.member(riverside, "Ada First");
        staff.member(riverside, "Zoe Last");
        assertThat(members.colleagues(sam, "", 1).items())
                .extracting(Colleague::name)
                .containsExactly("Ada First");
        assertThat(members.colleagues(sam, "", 1).hasNext()).isTrue();
        assertThat(members.colleagues(sam, "", 2).hasNext()).isFalse();
    }

    @Test
    void aSharedTeamIsVisibleToTheWholeOrganizationAndAPersonalOneToItsOwner() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        Person sam = staff.member(riverside, "Sam Okafor");
        Person maya = staff.member(riverside, "Maya Lindqvist");
        Person stranger = staff.member(staff.organization(Plan.FREE), "Nora Elsewhere");
        TeamId shared = teams.create(sam, riverside, "Surgeons", true, Set.of(sam.id(), stranger.id()));
        TeamId own = teams.create(sam, riverside, "Night shift", false, Set.of(maya.id()));
        assertThat(teams.visibleTo(sam)).extracting(Team::id).containsExactly(own, shared);
        assertThat(teams.visibleTo(maya)).extracting(Team::id).containsExactly(shared);
        assertThat(teams.visibleTo(stranger)).isEmpty();
        assertThat(teams.people(maya, List.of(shared))).containsExactly(sam.id());
        assertThatThrownBy(() -> teams.people(maya, List.of(own))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> teams.people(stranger, List.of(shared))).isInstanceOf(NotFound.class);
    }

    @Test
    void onlyItsOwnerTakesASharedTeamFromTheOthersAndThatIsNoted() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        Person amara = staff.admin(riverside, "Amara Diallo");
        Person sam = staff.member(riverside, "Sam Okafor");
        TeamId shared = teams.create(sam, riverside, "Surgeons", true, Set.of(sam.id()));
        assertThatThrownBy(() -> teams.change(amara, shared, "Surgeons", false, Set.of()))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("shared"));
        assertThat(teams.visibleTo(amara)).extracting(Team::id).containsExactly(shared);
        teams.change(sam, shared, "Surgeons", false, Set.of(sam.id()));
        assertThat(teams.visibleTo(amara)).isEmpty();
        assertThat(settingsLog.changes(amara, riverside, null).items())
                .extracting(change -> change.what().key())
                .contains("change.team.unshared");
    }

    @Test
    void twoSharedTeamsOfAnOrganizationCannotHaveTheSameName() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        Person sam = staff.member(riverside, "Sam Okafor");
        teams.create(sam, riverside, "Surgeons", true, Set.of());
        assertThatThrownBy(() -> teams.create(sam, riverside, "SURGEONS", true, Set.of()))
                .isInstanceOf(Invalid.class);
    }
}
