package org.careroom.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.careroom.AtOnce;
import org.careroom.CareroomTest;
import org.careroom.clinics.TestClinics.Clinic;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a clinic comes to be, gets another address, and goes on without whoever leaves the organization (product 1 and 6). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ClinicsTests {

    private static final int MANY = 8;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClinics testClinics;

    @Autowired
    private Clinics clinics;

    @Autowired
    private ClinicSettings settings;

    @Autowired
    private RoomSettings rooms;

    @Autowired
    private ClinicPlaces places;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MemberSettings memberSettings;

    private OrganizationId organization;
    private Person ann;

    @BeforeEach
    void anOrganization() {
        organization = staff.organization(Plan.PREMIUM);
        ann = staff.admin(organization, "Ann Admin");
    }

    private static ClinicDescription named(String slug) {
        return ClinicDescription.beginning("Lung Clinic", slug, ZoneOffset.UTC);
    }

    private static String slug() {
        return "lung-" + UUID.randomUUID();
    }

    @Test
    void whoFoundsItIsItsFirstAdministratorAndItsWaitingAreaIsOff() {
        String slug = clinics.found(ann, organization, Id.next(), named(slug()));
        ClinicView clinic = settings.of(ann, slug);
        assertThat(clinic.members())
                .extracting(ClinicView.MemberRow::person, ClinicView.MemberRow::role)
                .containsExactly(tuple(ann.id(), ClinicRole.ADMINISTRATOR));
        assertThat(clinic.description().waitingAreaOn()).isFalse();
    }

    @Test
    void whoManagesNoClinicsFoundsNone() {
        Person omar = staff.member(organization, "Omar Other");
        assertThatThrownBy(() -> clinics.found(omar, organization, Id.next(), named(slug())))
                .isInstanceOf(NotFound.class);
        OrganizationId other = staff.organization(Plan.PREMIUM);
        assertThatThrownBy(() -> clinics.found(ann, other, Id.next(), named(slug())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theSameFormSeveralTimesAtOnceFoundsOne() throws Exception {
        UUID key = Id.next();
        String slug = slug();
        assertThat(atOnce(place -> clinics.found(ann, organization, key, named(slug))))
                .isEmpty();
        assertThat(clinics.of(ann)).hasSize(1);
    }

    @Test
    void ofSeveralWithOneAddressAtOnceOneIsFoundedAndTheOthersAreTold() throws Exception {
        String slug = slug();
        List<Throwable> failed = atOnce(place -> clinics.found(ann, organization, Id.next(), named(slug)));
        assertThat(failed)
                .hasSize(MANY - 1)
                .allSatisfy(told -> assertThat(told)
                        .isInstanceOfSatisfying(
                                Invalid.class,
                                invalid -> assertThat(invalid.field()).isEqualTo("slug")));
    }

    @Test
    void severalAtOnceWhoWantAnotherAddressDoNotGetTheSame() throws Exception {
        String wanted = slug();
        List<String> slugs = IntStream.range(0, MANY)
                .mapToObj(place -> clinics.found(ann, organization, Id.next(), named(slug())))
                .toList();
        List<Throwable> failed = atOnce(place -> settings.describe(
                ann, slugs.get(place), named(wanted), named(slugs.get(place)).digest()));
        assertThat(failed).hasSize(MANY - 1).hasOnlyElementsOfType(Invalid.class);
    }

    private static List<Throwable> atOnce(IntConsumer each) throws Exception {
        return AtOnce.run(IntStream.range(0, MANY)
                .mapToObj(place -> (Runnable) () -> each.accept(place))
                .toArray(Runnable[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "reports", "Heart Clinic", "-heart", "heart--clinic", "ü", "../w", ""})
    void noAddress(String slug) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> clinics.found(ann, organization, Id.next(), named(slug)))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("slug"));
    }

    @Test
    void settingsThatAnotherChangedMeanwhileAreNotOverwritten() {
        String slug = clinics.found(ann, organization, Id.next(), named(slug()));
        String begun = settings.of(ann, slug).description().digest();
        ClinicDescription renamed = ClinicDescription.beginning("Lungs", slug, ZoneOffset.UTC);
        settings.describe(ann, slug, renamed, begun);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> settings.describe(
                        ann, slug, ClinicDescription.beginning("Breath", slug, ZoneOffset.UTC), begun))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("seen"));
        assertThat(settings.of(ann, slug).description().name()).isEqualTo("Lungs");
    }

    /** As the dashboard counts; whose browser is gone stands there as offline. */
    @Test
    void whoseBrowserIsGoneDoesNotWait() {
        Clinic clinic = testClinics.open();
        clinic.enters("Jordan", "Ellis");
        jdbc.sql("update consultation set away_at = now() where id = ?")
                .param(clinic.enters("Theo", "Marsh").consultation().value())
                .update();
        assertThat(clinics.summary(clinic.maya()).waiting()).isEqualTo(1);
        assertThat(clinics.of(clinic.maya())).extracting(Clinics.Row::waiting).containsExactly(1);
        assertThat(places.of(clinic.maya(), clinic.slug()))
                .hasValueSatisfying(view -> assertThat(view.waiting()).isEqualTo(1));
    }

    @Test
    void whoIsDeactivatedLeavesAndTheOnlyAdministratorHasASuccessor() {
        Clinic clinic = testClinics.open();
        Person head = staff.admin(clinic.organization(), "Head Admin");
        rooms.addUserRoom(clinic.id(), clinic.amara().id(), clinic.omar());
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(
                        () -> memberSettings.deactivate(head, staff.id(clinic.organization(), clinic.amara()), null))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("successor"));
        memberSettings.deactivate(
                head,
                staff.id(clinic.organization(), clinic.amara()),
                clinic.maya().email());
        memberSettings.deactivate(head, staff.id(clinic.organization(), clinic.omar()), null);
        assertThat(settings.of(clinic.maya(), clinic.slug()).members())
                .extracting(ClinicView.MemberRow::person)
                .containsExactly(clinic.maya().id());
        assertThat(rooms.of(clinic.maya(), clinic.slug())).isEmpty();
    }
}
