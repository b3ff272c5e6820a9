package org.careroom.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.clinics.TestClinics.Clinic;
import org.careroom.clinics.TestClinics.Patient;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reports: consultations per day, waits and durations, by clinic and provider (product 6), and nothing of who called. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ConsultationReportsTests {

    private static final ReportSpan MARCH = ReportSpan.of("2026-03-01", "2026-03-31");

    @Autowired
    private TestClinics clinics;

    @Autowired
    private ConsultationReports reports;

    @Autowired
    private ConsultationHistory history;

    @Autowired
    private ClinicSettings settings;

    @Autowired
    private Callers callers;

    @LocalServerPort
    private int port;

    private Clinic clinic;

    @BeforeEach
    void open() {
        clinic = clinics.open();
    }

    private void recall(Person by, String arrived, int waited, int lasted) {
        Instant came = Instant.parse(arrived);
        Instant seen = came.plus(Duration.ofMinutes(waited));
        history.recall(clinic.id(), by, came, seen, seen.plus(Duration.ofMinutes(lasted)));
    }

    private void describe(String name, ZoneId zone) {
        ClinicDescription in = settings.of(clinic.amara(), clinic.slug()).description();
        ClinicDescription changed = new ClinicDescription(
                name, in.slug(), zone, true, in.terms(), in.support(), in.emergencyNumber(), true, false, 10, 0);
        settings.describe(clinic.amara(), clinic.slug(), changed, in.digest());
    }

    @Test
    void daysAndProvidersAreToldInFigures() {
        recall(clinic.maya(), "2026-03-02T08:00:00Z", 10, 20);
        recall(clinic.maya(), "2026-03-02T09:00:00Z", 30, 10);
        recall(clinic.omar(), "2026-03-02T10:00:00Z", 2, 60);
        recall(clinic.omar(), "2026-03-03T10:00:00Z", 4, 5);
        recall(clinic.omar(), "2026-04-01T00:00:00Z", 99, 99);
        ConsultationReport report = reports.of(clinic.amara(), MARCH, null);
        assertThat(report.days())
                .extracting(ConsultationReport.Day::day)
                .containsExactly(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-03"));
        assertThat(report.days().get(0).figures())
                .isEqualTo(new ConsultationReport.Figures(
                        3,
                        0,
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(90)));
        assertThat(report.whole().medianWait()).isEqualTo(Duration.ofMinutes(7));
        assertThat(report.providers())
                .extracting(
                        row -> row.provider().name(),
                        row -> row.figures().seen(),
                        row -> row.figures().lasting())
                .containsExactly(
                        tuple("Maya Lindqvist", 2L, Duration.ofMinutes(30)),
                        tuple("Omar Haddad", 2L, Duration.ofMinutes(65)));
    }

    @Test
    void whoSawACallerTogetherIsToldOfEachAndWhoWentUnseenIsCountedApart() {
        Patient seen = clinic.enters("Jordan", "Ellis");
        seen.seenBy(clinic.maya());
        seen.seenBy(clinic.omar());
        callers.remove(clinic.maya(), clinic.slug(), seen.consultation());
        callers.remove(
                clinic.maya(), clinic.slug(), clinic.enters("Avery", "Cole").consultation());
        clinic.enters("Still", "Waiting");
        ConsultationReport report = reports.of(clinic.amara(), reports.lately(clinic.amara()), clinic.slug());
        assertThat(report.whole().seen()).isEqualTo(1);
        assertThat(report.whole().unseen()).isEqualTo(1);
        assertThat(report.providers())
                .extracting(row -> row.provider().id())
                .containsExactlyInAnyOrder(clinic.maya().id(), clinic.omar().id());
    }

    /** Who came half an hour past midnight in Auckland came on that day, whatever day it was in Greenwich. */
    @Test
    void aDayIsTheClinicsOwn() {
        describe("Heart Clinic", ZoneId.of("Pacific/Auckland"));
        recall(clinic.maya(), "2026-02-28T11:30:00Z", 1, 1);
        recall(clinic.maya(), "2026-03-31T11:30:00Z", 1, 1);
        assertThat(reports.of(clinic.amara(), MARCH, clinic.slug()).visits())
                .extracting(ConsultationReport.Visit::day)
                .containsExactly(LocalDate.parse("2026-03-01"));
    }

    @Test
    void theyAreForWhoLooksAfterTheClinic() {
        assertThatThrownBy(() -> reports.of(clinic.maya(), MARCH, clinic.slug()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reports.of(clinic.maya(), MARCH, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reports.of(clinics.open().amara(), MARCH, clinic.slug()))
                .isInstanceOf(NotFound.class);
        Clinic other = clinics.open();
        recall(clinic.maya(), "2026-03-02T08:00:00Z", 10, 20);
        assertThat(reports.of(other.amara(), MARCH, null).visits()).isEmpty();
    }

    @ParameterizedTest(name = "from {0} to {1}: wrong is {2}")
    @CsvSource(nullValues = "nothing", textBlock = """
            2026-02-30, 2026-03-01, from
            nothing,    2026-03-01, from
            2026-03-01, tomorrow,   to
            2026-03-02, 2026-03-01, to
            2025-03-01, 2026-03-02, to
            -99999-01-01, 2026-03-02, from
            """)
    void daysThatAreNone(String from, String to, String field) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> ReportSpan.of(from, to))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(field));
    }

    @Test
    void filesHoldLengthsInMinutesAndNoFormulas() {
        recall(clinic.maya(), "2026-03-02T08:00:00Z", 10, 20);
        describe("=cmd()", ZoneOffset.UTC);
        Browsing amara = new Browsing(port);
        amara.signIn(clinic.amara().email(), Staff.PASSWORD);
        String asked = "?from=2026-03-01&to=2026-03-31&clinic=";
        Map<String, String> lines = Map.of(
                "days", "2026-03-02,'=cmd(),1,0,10.0,10.0,20.0",
                "providers", "Maya Lindqvist,'=cmd(),1,10.0,20.0,20.0",
                "consultations",
                        "2026-03-02,'=cmd(),2026-03-02T08:00:00Z,2026-03-02T08:10:00Z,2026-03-02T08:30:00Z,10.0,20.0,ended by staff,Maya Lindqvist");
        List<String> wrong = new ArrayList<>();
        lines.forEach((file, line) -> {
            HttpResponse<String> answer = amara.get("/clinics/reports/" + file + ".csv" + asked);
            if (!answer.body().lines().toList().subList(1, 2).equals(List.of(line))) {
                wrong.add(answer.body());
            }
        });
        assertThat(wrong).isEmpty();
        HttpResponse<String> refused = amara.get("/clinics/reports?from=2026-13-01&to=2026-03-31");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Set.copyOf(Browsing.wrongFields(refused))).containsExactly("from");
    }
}
