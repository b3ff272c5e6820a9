package org.careroom.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careroom.AtOnce;
import org.careroom.CareroomTest;
import org.careroom.people.Identity;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coming into a call and leaving it: six places, a door that can be locked or knocked at, and nobody forgotten inside. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class CallSeatsTests {

    @Autowired
    private TestCalls testCalls;

    @Autowired
    private Calls calls;

    @Autowired
    private CallSeats seats;

    @Autowired
    private CallHosting hosting;

    @Autowired
    private CallPages pages;

    @Autowired
    private JdbcClient jdbc;

    private TestCalls.Room room;
    private Identity dana;
    private SeatView danas;

    @BeforeEach
    void danaIsIn() {
        room = testCalls.meeting();
        dana = room.host("Dana Reyes");
        danas = room.enter(dana);
    }

    @Test
    void ofAHundredAtOnceSixAreInAndTheOthersAreTold() throws Exception {
        TestCalls.Room crowded = testCalls.meeting();
        List<Identity> all =
                IntStream.range(0, 100).mapToObj(n -> crowded.guest("Guest")).toList();
        AtomicInteger in = new AtomicInteger();
        List<Throwable> told = AtOnce.run(all.stream()
                .map(guest -> (Runnable) () -> {
                    crowded.enter(guest);
                    in.incrementAndGet();
                })
                .toArray(Runnable[]::new));
        assertThat(in).hasValue(6);
        assertThat(told)
                .hasSize(94)
                .allSatisfy(refused -> assertThat(refused)
                        .isInstanceOfSatisfying(
                                Refused.class,
                                why -> assertThat(why.reason().key()).isEqualTo("call.refused.full")));
        assertThat(calls.inside(PlaceKind.MEETING_ROOM, List.of(crowded.place, UUID.randomUUID())))
                .isEqualTo(Map.of(crowded.place, 6));
    }

    @Test
    void severalWhoBeginACallAtOnceGetTheSame() throws Exception {
        UUID place = UUID.randomUUID();
        List<CallId> begun = java.util.Collections.synchronizedList(new ArrayList<>());
        Runnable begin = () -> begun.add(calls.begin(PlaceKind.MEETING_ROOM, place));
        assertThat(AtOnce.run(begin, begin, begin, begin, begin, begin)).isEmpty();
        assertThat(begun).hasSize(6).containsOnly(begun.get(0));
    }

    @Test
    void theSeventhIsToldThatTheRoomIsFullUntilSomebodyLeaves() {
        testCalls.fill(room, 1);
        Identity lee = room.host("Lee Tran");
        refused("full", () -> room.enter(lee));
        seats.leave(dana, room.call, danas.seat());
        assertThat(room.enter(lee).others()).hasSize(6);
    }

    @Test
    void aLockedCallLetsInOnlyWhoWasInBefore() {
        Identity lee = room.host("Lee Tran");
        SeatView lees = room.enter(lee);
        seats.leave(lee, room.call, lees.seat());
        hosting.lock(dana, room.call, true);
        assertThat(room.enter(lee).state()).isEqualTo(SeatState.SEATED);
        refused("locked", () -> room.enter(room.host("Omar Haddad")));
        refused("locked", () -> room.enter(room.knocker("Amara Bell")));
        hosting.lock(dana, room.call, false);
        assertThat(room.enter(room.guest("Amara Bell")).state()).isEqualTo(SeatState.SEATED);
    }

    @Test
    void whoKnocksIsLetInOnceForTheWholeCall() {
        Identity amara = room.knocker("Amara Bell");
        SeatView knocking = room.enter(amara);
        assertThat(knocking.state()).isEqualTo(SeatState.KNOCKING);
        assertThat(knocking.others()).isEmpty();
        assertThat(room.here(dana, danas).knocking())
                .containsExactly(new SeatView.Knocker(knocking.seat(), "Amara Bell"));
        hosting.admit(dana, room.call, knocking.seat());
        assertThat(room.here(amara, knocking).state()).isEqualTo(SeatState.SEATED);
        seats.leave(amara, room.call, knocking.seat());
        assertThat(room.enter(amara).state()).isEqualTo(SeatState.SEATED);
    }

    @Test
    void whoKnocksTakesNoPlaceAndIsLetInOnlyIfOneIsFree() {
        testCalls.fill(room, 1);
        SeatView knocking = room.enter(room.knocker("Amara Bell"));
        assertThat(knocking.state()).isEqualTo(SeatState.KNOCKING);
        refused("full", () -> hosting.admit(dana, room.call, knocking.seat()));
    }

    @Test
    void atMostTwentyKnockAtOnce() {
        IntStream.range(0, 20).forEach(n -> room.enter(room.knocker("Somebody")));
        refused("crowded", () -> room.enter(room.knocker("One too many")));
    }

    @Test
    void whoWasTurnedAwayOrDisconnectedDoesNotComeBackAsAGuest() {
        Identity amara = room.knocker("Amara Bell");
        hosting.turnAway(dana, room.call, room.enter(amara).seat());
        refused("removed", () -> room.enter(amara));
        Identity jordan = room.guest("Jordan Ellis");
        SeatView jordans = room.enter(jordan);
        hosting.disconnect(dana, room.call, jordans.seat());
        assertThat(room.here(jordan, jordans).state()).isEqualTo(SeatState.REMOVED);
        refused("removed", () -> room.enter(jordan));
        SeatView lees = room.enter(room.host("Lee Tran"));
        refused("host", () -> hosting.disconnect(dana, room.call, lees.seat()));
    }

    @Test
    void guestsAreNeverAloneTogether() {
        Identity amara = room.guest("Amara Bell");
        Identity jordan = room.guest("Jordan Ellis");
        SeatView amaras = room.enter(amara);
        SeatView jordans = room.enter(jordan);
        assertThat(amaras.state()).isEqualTo(SeatState.SEATED);
        seats.leave(dana, room.call, danas.seat());
        assertThat(room.here(amara, amaras).state()).isEqualTo(SeatState.HELD);
        assertThat(room.here(jordan, jordans))
                .satisfies(held -> assertThat(held.state()).isEqualTo(SeatState.HELD))
                .satisfies(held -> assertThat(held.others()).isEmpty());
        room.enter(dana);
        assertThat(room.here(amara, amaras).others()).hasSize(3);
    }

    @Test
    void aHostWhoseBrowserIsGoneIsAwayAfterTwelveSecondsAndHasLeftAfterThirty() {
        Identity amara = room.guest("Amara Bell");
        SeatView amaras = room.enter(amara);
        testCalls.silent(danas, Duration.ofSeconds(11));
        assertThat(room.here(amara, amaras).others()).noneMatch(SeatView.Other::away);
        testCalls.silent(danas, Duration.ofSeconds(13));
        assertThat(room.here(amara, amaras).others())
                .filteredOn(SeatView.Other::away)
                .extracting(SeatView.Other::seat)
                .containsExactly(danas.seat());
        assertThat(room.here(dana, danas).state()).isEqualTo(SeatState.SEATED);
        assertThat(room.here(amara, amaras).others()).noneMatch(SeatView.Other::away);
        testCalls.silent(danas, Duration.ofSeconds(31));
        assertThat(room.here(amara, amaras).state()).isEqualTo(SeatState.HELD);
        assertThat(room.here(dana, danas).state()).isEqualTo(SeatState.LEFT);
        assertThat(room.enter(dana).state()).isEqualTo(SeatState.SEATED);
    }

    @Test
    void anotherPageIsAskedForUnlessItIsGone() {
        assertThatExceptionOfType(Elsewhere.class).isThrownBy(() -> seats.enter(dana, room.call, false));
        SeatView moved = seats.enter(dana, room.call, true);
        assertThat(moved.seat()).isNotEqualTo(danas.seat());
        assertThat(room.here(dana, danas).state()).isEqualTo(SeatState.MOVED);
        assertThat(moved.others()).extracting(SeatView.Other::seat).containsExactly(moved.seat());
        seats.away(dana, room.call, moved.seat());
        SeatView reloaded = seats.enter(dana, room.call, false);
        testCalls.silent(reloaded, Duration.ofSeconds(13));
        assertThat(seats.enter(dana, room.call, false).state()).isEqualTo(SeatState.SEATED);
    }

    @Test
    void aSeatIsOfNobodyElse() {
        Identity lee = room.host("Lee Tran");
        room.enter(lee);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> room.here(lee, danas));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> seats.leave(lee, room.call, danas.seat()));
        TestCalls.Room other = testCalls.meeting();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> seats.leave(dana, other.call, danas.seat()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> other.enter(dana));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pages.of(dana, other.call));
    }

    @Test
    void onlyWhoSitsThereAsAHostActsAsOne() {
        Identity jordan = room.guest("Jordan Ellis");
        room.enter(jordan);
        refused("hosts-only", () -> hosting.lock(jordan, room.call, true));
        refused("hosts-only", () -> hosting.mute(jordan, room.call, danas.seat()));
        Identity lee = room.host("Lee Tran");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> hosting.end(lee, room.call));
        room.let(dana.id(), Admission.hidden());
        refused("hosts-only", () -> hosting.end(dana, room.call));
    }

    @Test
    void whoMayNotKnowOfTheCallAnyMoreIsInItNoLonger() {
        Identity jordan = room.guest("Jordan Ellis");
        SeatView jordans = room.enter(jordan);
        room.let(jordan.id(), Admission.hidden());
        assertThat(room.here(jordan, jordans).state()).isEqualTo(SeatState.LEFT);
        assertThat(room.here(dana, danas).others()).hasSize(1);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> room.enter(jordan));
    }

    @Test
    void whoIsMutedStaysSoUntilTheirPageHasDoneItAndOnlyTheyUnmute() {
        Identity jordan = room.guest("Jordan Ellis");
        SeatView jordans = room.enter(jordan);
        hosting.mute(dana, room.call, jordans.seat());
        SeatView told = room.here(jordan, jordans);
        assertThat(told.mutedBy()).isEqualTo("Dana Reyes");
        assertThat(told.others()).filteredOn(SeatView.Other::muted).hasSize(1);
        SeatView done = seats.here(jordan, room.call, jordans.seat(), new Devices(true, false, false));
        assertThat(done.mutedBy()).isNull();
        assertThat(room.here(jordan, jordans).others()).noneMatch(SeatView.Other::muted);
    }

    @Test
    void aMeetingEndsWithTheLastOneAndAConsultationDoesNot() {
        seats.leave(dana, room.call, danas.seat());
        assertThat(calls.open(PlaceKind.MEETING_ROOM, room.place)).isEmpty();
        assertThat(calls.begin(PlaceKind.MEETING_ROOM, room.place)).isNotEqualTo(room.call);
        TestCalls.Room consultation = testCalls.consultation();
        Identity clinician = consultation.host("Lee Tran");
        SeatView seat = consultation.enter(clinician);
        seats.leave(clinician, consultation.call, seat.seat());
        assertThat(calls.open(PlaceKind.CONSULTATION, consultation.place)).contains(consultation.call);
        calls.end(consultation.call);
        calls.end(consultation.call);
        assertThat(calls.open(PlaceKind.CONSULTATION, consultation.place)).isEmpty();
    }

    @Test
    void aCallThatNobodyEverEnteredEndsByItself() {
        TestCalls.Room empty = testCalls.meeting();
        jdbc.sql("update call set begun_at = begun_at - interval '3 minutes' where id = ?")
                .param(empty.call.value())
                .update();
        testCalls.silent(danas, Duration.ZERO);
        assertThat(calls.open(PlaceKind.MEETING_ROOM, empty.place)).isEmpty();
        assertThat(calls.open(PlaceKind.MEETING_ROOM, room.place)).contains(room.call);
    }

    @Test
    void whenItHasEndedNamesAreGoneAndOnlyThoseWhoWereInHearOfIt() {
        Identity jordan = room.guest("Jordan Ellis");
        SeatView jordans = room.enter(jordan);
        Identity lee = room.host("Lee Tran");
        hosting.end(dana, room.call);
        assertThat(room.here(jordan, jordans).ended()).isTrue();
        assertThat(room.enter(jordan).ended()).isTrue();
        assertThat(pages.of(jordan, room.call).ended()).isTrue();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pages.of(lee, room.call));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> room.enter(lee));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> hosting.lock(dana, room.call, true));
        assertThat(jdbc.sql("select distinct name from seat where call_id = ?")
                        .param(room.call.value())
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    private static void refused(String why, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(attempt)
                .satisfies(refused -> assertThat(refused.reason().key()).isEqualTo("call.refused." + why));
    }
}
