package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.careroom.AtOnce;
import org.careroom.CareroomTest;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** What admins change about members, and what holds when two of them do it at once (product 1). */
@CareroomTest
@RecordApplicationEvents
@SuppressWarnings("NullAway.Init")
class MemberSettingsTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Members members;

    @Autowired
    private MemberList list;

    @Autowired
    private MemberSettings settings;

    @Autowired
    private PermissionSettings permissions;

    @Autowired
    private OnlyOne onlyOne;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private TransactionTemplate transaction;

    private OrganizationId riverside;
    private Person amara;
    private Person bo;
    private Person sam;

    @BeforeEach
    void staff() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        bo = staff.admin(riverside, "Bo Larsen");
        sam = staff.member(riverside, "Sam Okafor");
    }

    @Test
    void anAdminMakesSomebodyAnAdminAndTheLogSaysWho() {
        settings.describe(amara, id(sam), "Head of surgery", Level.ADMIN);
        assertThat(staff.membership(sam, riverside).admin()).isTrue();
        assertThat(staff.membership(sam, riverside).jobRole()).isEqualTo("Head of surgery");
        MemberDetails details = list.details(bo, id(sam));
        assertThat(details.changedBy()).isEqualTo("Amara Diallo");
        assertThat(details.changes())
                .extracting(change -> change.what().key())
                .containsExactly("change.member.role", "change.member.level");
    }

    @Test
    void nobodyChangesTheirOwnLevelOrPermissionsButTheirJobRole() {
        assertThatThrownBy(() -> settings.describe(amara, id(amara), "Administrator", Level.MEMBER))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> permissions.change(amara, id(amara), Set.of(Permission.SET_UP_CASES), false))
                .isInstanceOf(Refused.class);
        settings.describe(amara, id(amara), "Administrator", Level.ADMIN);
        assertThat(staff.membership(amara, riverside).jobRole()).isEqualTo("Administrator");
        assertThat(staff.membership(amara, riverside).admin()).isTrue();
    }

    @Test
    void twoAdminsWhoDemoteEachOtherAtOnceLeaveOneAdmin() throws Exception {
        for (int round = 0; round < 5; round++) {
            OrganizationId organization = staff.organization(Plan.FREE);
            Person one = staff.admin(organization, "One Admin");
            Person other = staff.admin(organization, "Other Admin");
            MemberId idOfOne = id(organization, one);
            MemberId idOfOther = id(organization, other);
            List<Throwable> failed = AtOnce.run(
                    () -> settings.describe(one, idOfOther, "", Level.MEMBER),
                    () -> settings.describe(other, idOfOne, "", Level.MEMBER));
            assertThat(failed).singleElement().isInstanceOf(NotFound.class);
            assertThat(List.of(staff.membership(one, organization), staff.membership(other, organization)))
                    .filteredOn(Membership::admin)
                    .hasSize(1);
        }
    }

    @Test
    void twoAdminsWhoDeactivateEachOtherAtOnceLeaveOneAdmin() throws Exception {
        MemberId first = id(amara);
        MemberId second = id(bo);
        List<Throwable> failed =
                AtOnce.run(() -> settings.deactivate(amara, second, ""), () -> settings.deactivate(bo, first, ""));
        assertThat(failed).singleElement().isInstanceOf(NotFound.class);
    }

    @Test
    void aDeactivatedMemberIsOutAtOnceAndComesBackByReactivation() {
        settings.deactivate(amara, id(sam), "");
        assertThat(members.isActive(sam.id(), riverside)).isFalse();
        assertThat(events.stream(MemberDeactivated.class))
                .containsExactly(new MemberDeactivated(riverside, sam.id(), amara.id()));
        settings.reactivate(amara, id(sam));
        assertThat(members.isActive(sam.id(), riverside)).isTrue();
        assertThat(events.stream(MemberReactivated.class)).hasSize(1);
    }

    @Test
    void whoIsTheOnlyOneForSomethingIsDeactivatedWithASuccessorOnly() {
        onlyOne.let(sam);
        Person stranger = staff.admin(staff.organization(Plan.FREE), "Nora Elsewhere");
        for (String none : List.of("", "nobody@example.org", sam.email(), stranger.email())) {
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> settings.deactivate(amara, id(sam), none))
                    .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("successor"));
        }
        assertThat(members.isActive(sam.id(), riverside)).isTrue();
        settings.deactivate(amara, id(sam), bo.email());
        assertThat(onlyOne.holderAfter(sam)).isEqualTo(bo.id());
        assertThat(members.isActive(sam.id(), riverside)).isFalse();
    }

    @Test
    void aDeactivationWaitsForWhoCountsOnMemberships() throws Exception {
        MemberId id = id(sam);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> deactivation = transaction.execute(status -> {
                members.hold(riverside);
                Future<?> started = other.submit(() -> settings.deactivate(amara, id, ""));
                assertThatThrownBy(() -> started.get(300, TimeUnit.MILLISECONDS))
                        .isInstanceOf(java.util.concurrent.TimeoutException.class);
                return started;
            });
            java.util.Objects.requireNonNull(deactivation).get(10, TimeUnit.SECONDS);
            assertThat(members.isActive(sam.id(), riverside)).isFalse();
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void aPasswordLinkIsMadeForAnAccountOfThisOrganizationAlone() {
        assertThat(settings.passwordLink(amara, id(sam))).contains("/password/");
        members.enroll(staff.organization(Plan.FREE), sam.id(), Level.MEMBER, "", Set.of());
        assertThatThrownBy(() -> settings.passwordLink(amara, id(sam))).isInstanceOf(Refused.class);
    }

    @Test
    void membersAreListedByNameSearchedAndCounted() {
        assertThat(list.page(amara, riverside, null, "", null).items())
                .extracting(MemberRow::name)
                .containsExactly("Amara Diallo", "Bo Larsen", "Sam Okafor");
        assertThat(list.page(amara, riverside, null, "oka", null).items()).hasSize(1);
        assertThat(list.page(amara, riverside, null, "_", null).items()).isEmpty();
        assertThat(list.page(amara, riverside, Status.DEACTIVATED, "", null).items())
                .isEmpty();
        assertThat(list.counts(amara, riverside)).containsExactlyEntriesOf(java.util.Map.of(Status.ACTIVE, 3L));
    }

    @Test
    void aLongListOfMembersIsPagedWithoutGapOrDouble() {
        for (int number = 0; number < 120; number++) {
            staff.member(riverside, "Same Name");
        }
        var first = list.page(amara, riverside, null, "same", null);
        var second = list.page(amara, riverside, null, "same", first.next());
        assertThat(first.items()).hasSize(100);
        assertThat(second.items()).hasSize(20).doesNotContainAnyElementsOf(first.items());
        assertThat(second.hasNext()).isFalse();
    }

    /** Java makes two letters of the small İ, PostgreSQL one. */
    @Test
    void namesThatJavaLowersOtherwiseArePagedWithoutGapOrDouble() {
        for (int number = 0; number < 130; number++) {
            staff.member(riverside, "İpek " + number);
        }
        var first = list.page(amara, riverside, null, "pek", null);
        var second = list.page(amara, riverside, null, "pek", first.next());
        assertThat(first.items()).hasSize(100);
        assertThat(second.items()).hasSize(30).doesNotContainAnyElementsOf(first.items());
    }

    private MemberId id(Person person) {
        return id(riverside, person);
    }

    private MemberId id(OrganizationId organization, Person person) {
        return staff.id(organization, person);
    }
}
