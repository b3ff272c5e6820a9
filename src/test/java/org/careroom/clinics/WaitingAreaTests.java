package org.careroom.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.careroom.AtOnce;
import org.careroom.CareroomTest;
import org.careroom.calls.CallHosting;
import org.careroom.calls.CallSeats;
import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.careroom.clinics.TestClinics.Clinic;
import org.careroom.clinics.TestClinics.Patient;
import org.careroom.organizations.Staff;
import org.careroom.people.Guests;
import org.careroom.people.Identity;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Patients wait, each in a space of their own, and members of the clinic see, join and see them off (product 6). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class WaitingAreaTests {

    @Autowired
    private TestClinics clinics;

    @Autowired
    private WaitingPlaces places;

    @Autowired
    private WaitingArea area;

    @Autowired
    private Callers callers;

    @Autowired
    private Consultations consultations;

    @Autowired
    private ClinicSettings settings;

    @Autowired
    private WaitingWatch watch;

    @Autowired
    private Erasure erasure;

    @Autowired
    private Guests guests;

    @Autowired
    private Calls calls;

    @Autowired
    private CallSeats seats;

    @Autowired
    private CallHosting hosting;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    private Clinic clinic;

    @BeforeEach
    void open() {
        clinic = clinics.open();
    }

    @Test
    void aPatientIsOnTheDashboardWithAllTheySaid() {
        Patient jordan = clinic.enters("Jordan", "Ellis");
        CallerRow row = clinic.row(jordan);
        assertThat(row.name()).isEqualTo("Jordan Ellis");
        assertThat(row.phone()).isEqualTo("0400 555 019");
        assertThat(row.answers()).extracting(CallerRow.Answer::value).containsExactly("Wound check");
        assertThat(row.state()).isEqualTo("WAITING");
    }

    @Test
    void eachSeesTheirOwnPlaceOnly() {
        Patient jordan = clinic.enters("Jordan", "Ellis");
        Patient theo = clinic.enters("Theo", "Marsh");
        callers.notify(clinic.maya(), clinic.slug(), theo.consultation(), "Running late.");
        WaitingView own = places.of(jordan.guest()).orElseThrow();
        assertThat(own.position()).isEqualTo(1);
        assertThat(own.notices()).isEmpty();
        assertThat(own.toString())
                .doesNotContain(
                        "Theo", "Marsh", "Running late", theo.consultation().toString());
        assertThat(places.of(theo.guest()).orElseThrow().position()).isEqualTo(2);
        assertThat(places.of(theo.guest()).orElseThrow().notices())
                .extracting(WaitingView.Notice::body)
                .containsExactly("Running late.");
    }

    @Test
    void theDashboardFetchesWhatHasChanged() {
        Patient jordan = clinic.enters("Jordan", "Ellis");
        long seen = area.of(clinic.maya(), clinic.slug()).changed();
        assertThat(area.changes(clinic.maya(), clinic.slug(), seen).callers()).isEmpty();
        Patient theo = clinic.enters("Theo", "Marsh");
        callers.remove(clinic.maya(), clinic.slug(), jordan.consultation());
        WaitingArea.Changes changes = area.changes(clinic.omar(), clinic.slug(), seen);
        assertThat(changes.callers())
                .extracting(CallerRow::id)
                .containsExactlyInAnyOrder(theo.consultation(), jordan.consultation());
        assertThat(changes.callers()).filteredOn(CallerRow::isOpen).hasSize(1);
        assertThat(area.changes(clinic.omar(), clinic.slug(), changes.changed()).callers())
                .isEmpty();
    }

    @Test
    void ofTwoWhoJoinAtOnceOneIsFirstAndTheOtherIsTold() throws Exception {
        for (int round = 0; round < 10; round++) {
            Patient jordan = clinic.enters("Jordan", "Ellis");
            List<Person> members = List.of(clinic.maya(), clinic.omar());
            List<Consultations.Joined> answers = atOnce(
                    2,
                    number -> consultations.join(
                            members.get(number),
                            clinic.slug(),
                            jordan.consultation(),
                            ConsultationStatus.WAITING,
                            false));
            assertThat(answers).filteredOn(answer -> answer.call() != null).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.call() == null)
                    .extracting(Consultations.Joined::quicker)
                    .singleElement()
                    .isIn("Maya Lindqvist", "Omar Haddad");
        }
    }

    @Test
    void whoWasToldMayJoinAnyway() {
        Patient jordan = clinic.enters("Jordan", "Ellis");
        consultations.join(clinic.maya(), clinic.slug(), jordan.consultation(), ConsultationStatus.WAITING, false);
        assertThat(consultations
                        .join(clinic.omar(), clinic.slug(), jordan.consultation(), ConsultationStatus.WAITING, true)
                        .call())
                .isNotNull();
    }

    @Test
    void joiningShowsOnTheDashboardAndLeavingPutsThemOnHold() {
        Patient jordan = clinic.enters("Jordan", "Ellis");
        var seat = jordan.seenBy(clinic.maya());
        assertThat(clinic.row(jordan).state()).isEqualTo("BEING_SEEN");
        assertThat(clinic.row(jordan).seenWith()).isEqualTo("Maya Lindqvist");
        assertThat(places.of(jordan.guest()).orElseThrow().call()).contains("/calls/");
        seats.leave(Identity.of(clinic.maya()), clinics.call(jordan), seat.seat());
        assertThat(clinic.row(jordan).state()).isEqualTo("ON_HOLD");
        assertThat(places.of(jordan.guest()).orElseThrow().onHold()).isTrue();
    }

    @Test
    void theEndWipesTheSpace() {
        Patient patient = clinic.enters("Quenby", "Zimmerwald");
        callers.notify(clinic.maya(), clinic.slug(), patient.consultation(), "Nearly there, Quenby.");
        callers.note(clinic.maya(), clinic.slug(), patient.consultation(), "Quenby needs an interpreter");
        callers.correct(clinic.maya(), clinic.slug(), patient.consultation(), "Quenby", "Zimmerwaldt", "0400 7731");
        patient.seenBy(clinic.maya());
        assertThat(everythingKept()).anyMatch(kept -> kept.contains("Quenby"));
        hosting.end(Identity.of(clinic.maya()), clinics.call(patient));
        assertThat(patient.status()).isEqualTo(ConsultationStatus.ENDED);
        assertThat(places.of(patient.guest())).isEmpty();
        assertThat(guests.of(List.of(patient.token()))).isEmpty();
        assertThat(calls.open(PlaceKind.CONSULTATION, patient.consultation().value()))
                .isEmpty();
        assertThat(everythingKept()).noneMatch(kept -> kept.matches("(?s).*(Quenby|Zimmerwald|0400 7731).*"));
        WaitingArea.Details details = area.details(clinic.maya(), clinic.slug(), patient.consultation());
        assertThat(details.caller().answers()).isEmpty();
        assertThat(details.activity()).extracting(WaitingArea.Activity::who).contains("Maya Lindqvist");
    }

    /** Whatever the tables of clinics and calls hold, row by row. */
    private List<String> everythingKept() {
        List<String> tables = jdbc.sql("""
                        select table_name from information_schema.tables where table_schema = 'public'
                        and table_name ~ '^(clinic|consultation|call|seat|guest|link)'""").query(String.class).list();
        List<String> kept = new ArrayList<>();
        tables.forEach(table -> kept.addAll(jdbc.sql("select row_to_json(t)::text from " + table + " t")
                .query(String.class)
                .list()));
        return kept;
    }

    @Test
    void aClinicThatKeepsNamesKeepsThemForThatLong() {
        ClinicView view = settings.of(clinic.amara(), clinic.slug());
        ClinicDescription is = view.description();
        settings.describe(
                clinic.amara(),
                clinic.slug(),
                new ClinicDescription(is.name(), is.slug(), is.zone(), true, "", "", "", true, false, 10, 24),
                is.digest());
        Patient jordan = clinic.enters("Jordan", "Ellis");
        callers.remove(clinic.maya(), clinic.slug(), jordan.consultation());
        assertThat(name(jordan)).isEqualTo("Jordan");
        jdbc.sql("update consultation set ended_at = ended_at - interval '25 hours' where id = ?")
                .param(jordan.consultation().value())
                .update();
        erasure.eraseWhatIsDue();
        assertThat(name(jordan)).isEmpty();
    }

    private String name(Patient patient) {
        return jdbc.sql("select first_name from consultation where id = ?")
                .param(patient.consultation().value())
                .query(String.class)
                .single();
    }

    @Test
    void leavingIsPossibleAtAnyTimeAndTwiceIsOnce() {
        Patient jordan = clinic.enters("Jordan", "Ellis");
        places.leave(jordan.guest());
        places.leave(jordan.guest());
        assertThat(jordan.status()).isEqualTo(ConsultationStatus.ENDED);
        assertThat(area.of(clinic.maya(), clinic.slug()).callers()).isEmpty();
    }

    @Test
    void whoseBrowserIsGoneIsShownSoAndLosesTheirPlaceAfterThePatience() {
        Patient jordan = clinic.enters("Jordan", "Ellis");
        unseenFor(jordan, WaitingWatch.MISSED.plusSeconds(1));
        watch.lookAt(Instant.now().plusSeconds(60));
        assertThat(clinic.row(jordan).state()).isEqualTo("AWAY");
        assertThat(jordan.status()).isEqualTo(ConsultationStatus.WAITING);
        unseenFor(jordan, Duration.ofMinutes(11));
        watch.lookAt(Instant.now().plus(Duration.ofMinutes(11)));
        assertThat(jordan.status()).isEqualTo(ConsultationStatus.ENDED);
    }

    private static <T> List<T> atOnce(int many, IntFunction<T> work) throws Exception {
        List<T> answers = new CopyOnWriteArrayList<>();
        Runnable[] all = IntStream.range(0, many)
                .mapToObj(number -> (Runnable) () -> answers.add(work.apply(number)))
                .toArray(Runnable[]::new);
        assertThat(AtOnce.run(all)).isEmpty();
        return answers;
    }

    private void unseenFor(Patient patient, Duration time) {
        jdbc.sql("update consultation set last_seen_at = last_seen_at - make_interval(secs => ?) where id = ?")
                .params(time.toSeconds(), patient.consultation().value())
                .update();
    }

    @Test
    void whoReadsTheLinkSeesNothingWhileTheWaitingAreaIsOff() {
        ClinicDescription is = settings.of(clinic.amara(), clinic.slug()).description();
        settings.describe(
                clinic.amara(),
                clinic.slug(),
                new ClinicDescription(is.name(), is.slug(), is.zone(), false, "", "", "", true, false, 10, 0),
                is.digest());
        assertThat(places.entrance(clinic.slug()).open()).isFalse();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> places.enter(clinic.slug(), Clinic.form("Jordan", "Ellis")))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("closed"));
    }

    @Test
    void closedByItsHoursItSaysWhenItOpens() {
        settings.open(clinic.amara(), clinic.slug(), Map.of());
        assertThat(places.entrance(clinic.slug()).open()).isFalse();
        assertThat(places.entrance(clinic.slug()).opensAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',     Ellis, 0400 555 019, firstName
            Jordan, '',    0400 555 019, lastName
            Jordan, Ellis, '',           phone
            Jordan, Ellis, call me,      phone
            Jordan, Ellis, 12,           phone
            """)
    void whatIsMissingIsSaidAtItsField(String first, String last, String phone, String field) {
        EntryForm form = new EntryForm(UUID.randomUUID(), first, last, phone, List.of(), true);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> places.enter(clinic.slug(), form))
                .satisfies(invalid -> assertThat(invalid.wrong()).containsOnlyKeys(field));
    }

    @Test
    void whoDoesNotAgreeDoesNotEnter() {
        EntryForm form = new EntryForm(UUID.randomUUID(), "Jordan", "Ellis", "0400 555 019", List.of(), false);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> places.enter(clinic.slug(), form))
                .satisfies(invalid -> assertThat(invalid.wrong()).containsOnlyKeys("agreed"));
    }

    @Test
    void theSameFormTwiceMakesOnePlace() throws Exception {
        EntryForm form = Clinic.form("Jordan", "Ellis");
        List<Boolean> entered =
                atOnce(8, number -> places.enter(clinic.slug(), form).isPresent());
        assertThat(entered).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(area.of(clinic.maya(), clinic.slug()).callers()).hasSize(1);
    }

    @Test
    void membersOfOtherClinicsLearnNothing() {
        Patient jordan = clinic.enters("Jordan", "Ellis");
        Clinic other = clinics.open();
        Person stranger = other.maya();
        assertThatThrownBy(() -> area.of(stranger, clinic.slug())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> area.details(stranger, clinic.slug(), jordan.consultation()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> area.details(stranger, other.slug(), jordan.consultation()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> callers.remove(stranger, other.slug(), jordan.consultation()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> callers.notify(stranger, other.slug(), jordan.consultation(), "x"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> consultations.join(
                        stranger, other.slug(), jordan.consultation(), ConsultationStatus.WAITING, false))
                .isInstanceOf(NotFound.class);
        Person admin = staff.admin(clinic.organization(), "Ada Admin");
        assertThatThrownBy(() -> area.of(admin, clinic.slug())).isInstanceOf(Refused.class);
        assertThat(settings.of(admin, clinic.slug()).members()).hasSize(3);
    }

    @Test
    void anAddedCallerComesToTheCallAndEndsWithIt() {
        Patient jordan = clinic.enters("Jordan", "Ellis");
        Patient theo = clinic.enters("Theo", "Marsh");
        jordan.seenBy(clinic.maya());
        assertThat(consultations
                        .addable(clinic.maya(), clinic.slug(), jordan.consultation())
                        .others())
                .extracting(CallerRow::name)
                .containsExactly("Theo Marsh");
        consultations.add(clinic.maya(), clinic.slug(), jordan.consultation(), theo.consultation());
        assertThat(places.of(theo.guest()).orElseThrow().call())
                .contains(clinics.call(jordan).toString());
        seats.enter(theo.identity(), clinics.call(jordan), false);
        assertThat(clinic.row(theo).state()).isEqualTo("BEING_SEEN");
        hosting.end(Identity.of(clinic.maya()), clinics.call(jordan));
        assertThat(List.of(jordan.status(), theo.status())).containsOnly(ConsultationStatus.ENDED);
    }

    @Test
    void aCallerWhoWasNotAddedFindsNoCallOfAnother() {
        Patient jordan = clinic.enters("Jordan", "Ellis");
        Patient theo = clinic.enters("Theo", "Marsh");
        jordan.seenBy(clinic.maya());
        assertThatThrownBy(() -> seats.enter(theo.identity(), clinics.call(jordan), false))
                .isInstanceOf(NotFound.class);
    }
}
