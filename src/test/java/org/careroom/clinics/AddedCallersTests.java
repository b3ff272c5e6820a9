package org.careroom.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.careroom.AtOnce;
import org.careroom.CareroomTest;
import org.careroom.calls.CallHosting;
import org.careroom.calls.CallId;
import org.careroom.calls.CallSeats;
import org.careroom.calls.SeatState;
import org.careroom.calls.SeatView;
import org.careroom.clinics.TestClinics.Clinic;
import org.careroom.clinics.TestClinics.Patient;
import org.careroom.people.Identity;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two consultations in one call, and what becomes of each when the other, a clinician or a browser goes. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class AddedCallersTests {

    @Autowired
    private TestClinics clinics;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Callers callers;

    @Autowired
    private WaitingPlaces places;

    @Autowired
    private WaitingArea area;

    @Autowired
    private CallSeats seats;

    @Autowired
    private CallHosting hosting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Clinic clinic;
    private Patient jordan;
    private Patient theo;
    private CallId call;
    private SeatView mayas;

    @BeforeEach
    void theoIsAddedToJordansCall() {
        clinic = clinics.open();
        jordan = clinic.enters("Jordan", "Ellis");
        theo = clinic.enters("Theo", "Marsh");
        mayas = jordan.seenBy(clinic.maya());
        call = clinics.call(jordan);
        consultations.add(clinic.maya(), clinic.slug(), jordan.consultation(), theo.consultation());
        assertThat(seats.enter(theo.identity(), call, false).state()).isEqualTo(SeatState.SEATED);
        assertThat(theo.status()).isEqualTo(ConsultationStatus.BEING_SEEN);
    }

    @Test
    void whoseHostIsTakenOutIsOnHoldAndCanBeJoined() {
        callers.remove(clinic.maya(), clinic.slug(), jordan.consultation());
        assertThat(theo.status()).isEqualTo(ConsultationStatus.ON_HOLD);
        assertThat(jdbc.sql("select count(*) from consultation where joined_into = ?")
                        .param(jordan.consultation().value())
                        .query(Long.class)
                        .single())
                .isZero();
        theo.seenBy(clinic.omar());
        assertThat(theo.status()).isEqualTo(ConsultationStatus.BEING_SEEN);
    }

    @Test
    void whoIsAddedAndNotThereYetWaitsOnWhenTheCallIsOver() {
        Patient zelda = clinic.enters("Zelda", "Quill");
        consultations.add(clinic.maya(), clinic.slug(), jordan.consultation(), zelda.consultation());
        places.leave(jordan.guest());
        assertThat(zelda.status()).isEqualTo(ConsultationStatus.WAITING);
        zelda.seenBy(clinic.maya());
        assertThat(zelda.status()).isEqualTo(ConsultationStatus.BEING_SEEN);
    }

    @Test
    void bothAreOnHoldWhileNoClinicianIsThereAndGoOnTogether() {
        seats.leave(Identity.of(clinic.maya()), call, mayas.seat());
        assertThat(theo.status()).isEqualTo(ConsultationStatus.ON_HOLD);
        assertThat(seats.enter(theo.identity(), call, true).state()).isEqualTo(SeatState.HELD);
        jordan.seenBy(clinic.omar());
        assertThat(theo.status()).isEqualTo(ConsultationStatus.BEING_SEEN);
        assertThat(seats.enter(theo.identity(), call, true).state()).isEqualTo(SeatState.SEATED);
    }

    @Test
    void whoIsTakenOutIsOutOfTheCallAtOnce() {
        assertThat(seats.enter(Identity.of(clinic.omar()), call, false).others())
                .hasSize(4);
        callers.remove(clinic.maya(), clinic.slug(), theo.consultation());
        assertThat(seats.enter(Identity.of(clinic.omar()), call, true).others())
                .hasSize(3)
                .noneMatch(other -> other.name().contains("Theo"));
    }

    @Test
    void whoWasDisconnectedComesBackWhenAClinicianJoinsOrAddsThem() {
        hosting.disconnect(
                Identity.of(clinic.maya()),
                call,
                seats.enter(theo.identity(), call, true).seat());
        assertThatThrownBy(() -> seats.enter(theo.identity(), call, false)).isInstanceOf(Refused.class);
        assertThat(theo.status()).isEqualTo(ConsultationStatus.ON_HOLD);
        assertThat(jordan.status()).isEqualTo(ConsultationStatus.BEING_SEEN);
        assertThat(places.of(theo.guest()).orElseThrow().call()).isNull();
        consultations.add(clinic.maya(), clinic.slug(), jordan.consultation(), theo.consultation());
        assertThat(seats.enter(theo.identity(), call, false).state()).isEqualTo(SeatState.SEATED);
    }

    @Test
    void twoWhoAreAddedToEachOtherAtOnceWaitForNobody() throws Exception {
        Patient zelda = clinic.enters("Zelda", "Quill");
        Patient yves = clinic.enters("Yves", "Quill");
        assertThat(AtOnce.run(
                        () -> consultations.add(
                                clinic.maya(), clinic.slug(), zelda.consultation(), yves.consultation()),
                        () -> consultations.add(
                                clinic.omar(), clinic.slug(), yves.consultation(), zelda.consultation())))
                .isEmpty();
    }

    @Test
    void theNameOfWhomTheyWereAddedToIsGoneWithTheirConsultation() {
        assertThat(activity()).contains("Jordan Ellis");
        callers.remove(clinic.maya(), clinic.slug(), jordan.consultation());
        assertThat(activity()).contains("ADDED").doesNotContain("Jordan");
    }

    private String activity() {
        return area.details(clinic.maya(), clinic.slug(), theo.consultation())
                .activity()
                .toString();
    }

    /** The patient's page comes in while a text to them is being committed, which it waits for. */
    @Test
    void nothingThatIsCommittedMeanwhileIsOverwritten() throws Exception {
        Patient zelda = clinic.enters("Zelda", "Quill");
        consultations.join(clinic.maya(), clinic.slug(), zelda.consultation(), ConsultationStatus.WAITING, false);
        CallId own = clinics.call(zelda);
        assertThat(AtOnce.overlapping(
                        transaction,
                        () -> callers.notify(clinic.omar(), clinic.slug(), zelda.consultation(), "Hello"),
                        () -> seats.enter(Identity.of(clinic.maya()), own, false)))
                .isEmpty();
        callers.notify(clinic.omar(), clinic.slug(), zelda.consultation(), "Hello again");
        assertThat(clinic.row(zelda).notices()).isEqualTo(2);
        assertThat(zelda.status()).isEqualTo(ConsultationStatus.BEING_SEEN);
    }

    /** A caller leaves while their own page comes into the call: they stay gone, and so does their name. */
    @Test
    void whoHasLeftIsNotBroughtBack() throws Exception {
        Patient zelda = clinic.enters("Zelda", "Quill");
        consultations.add(clinic.maya(), clinic.slug(), jordan.consultation(), zelda.consultation());
        AtOnce.overlapping(
                transaction, () -> places.leave(zelda.guest()), () -> seats.enter(zelda.identity(), call, false));
        assertThat(zelda.status()).isEqualTo(ConsultationStatus.ENDED);
        assertThat(jdbc.sql("select first_name from consultation where id = ?")
                        .param(zelda.consultation().value())
                        .query(String.class)
                        .single())
                .isEmpty();
    }
}
