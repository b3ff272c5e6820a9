package org.careroom.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of a call, and where it stops. */
class CallRulesTests {

    private static final Admission HOST = Admission.host("Dana Reyes");
    private static final Admission GUEST = Admission.guest("Jordan Ellis");
    private static final Admission KNOCKS = Admission.knocks("Jordan Ellis");

    /** admission; locked; a host is seated; inside; knocking; has; admitted before; removed → state, or the refusal's last word. */
    @ParameterizedTest
    @CsvSource({
        "HOST,    false, true, 0,  0, ,         false, false, SEATED",
        "HOST,    false, true, 5,  0, ,         false, false, SEATED",
        "HOST,    false, true, 6,  0, ,         false, false, full",
        "HOST,    true,  true, 1,  0, ,         false, false, locked",
        "HOST,    true,  false, 1, 0, ,         false, false, SEATED",
        "GUEST,   true,  false, 1, 0, ,         false, false, locked",
        "KNOCKER, true,  false, 1, 0, ,         false, false, locked",
        "HOST,    true,  true, 1,  0, ,         true,  false, SEATED",
        "HOST,    true,  true, 6,  0, ,         true,  false, full",
        "HOST,    false, true, 6,  0, SEATED,   true,  false, SEATED",
        "HOST,    true,  true, 6,  0, SEATED,   true,  false, SEATED",
        "HOST,    false, true, 1,  0, ,         false, true,  SEATED",
        "GUEST,   false, true, 0,  0, ,         false, false, HELD",
        "GUEST,   false, true, 5,  0, ,         false, false, HELD",
        "GUEST,   false, true, 6,  0, ,         false, false, full",
        "GUEST,   true,  true, 1,  0, ,         false, false, locked",
        "AWAITED, true,  true, 1,  0, ,         false, false, HELD",
        "AWAITED, true,  true, 6,  0, ,         false, false, full",
        "AWAITED, false, true, 1,  0, ,         true,  true,  removed",
        "GUEST,   true,  true, 1,  0, ,         true,  false, HELD",
        "GUEST,   false, true, 6,  0, HELD,     true,  false, HELD",
        "GUEST,   false, true, 1,  0, ,         false, true,  removed",
        "GUEST,   false, true, 1,  0, ,         true,  true,  removed",
        "GUEST,   false, true, 5,  1, KNOCKING, false, false, HELD",
        "GUEST,   false, true, 6,  1, KNOCKING, false, false, full",
        "GUEST,   true,  true, 1,  1, KNOCKING, false, false, locked",
        "KNOCKER, false, true, 0,  0, ,         false, false, KNOCKING",
        "KNOCKER, false, true, 6, 19, ,         false, false, KNOCKING",
        "KNOCKER, false, true, 1, 20, ,         false, false, crowded",
        "KNOCKER, false, true, 1, 20, KNOCKING, false, false, KNOCKING",
        "KNOCKER, true,  true, 1,  0, ,         false, false, locked",
        "KNOCKER, true,  true, 1,  1, KNOCKING, false, false, KNOCKING",
        "KNOCKER, true,  true, 1,  0, ,         true,  false, HELD",
        "KNOCKER, false, true, 1, 20, ,         true,  false, HELD",
        "KNOCKER, false, true, 6,  0, ,         true,  false, full",
        "KNOCKER, false, true, 1,  0, ,         false, true,  removed",
    })
    void whoComesIn(
            Admission.Role role,
            boolean locked,
            boolean hosted,
            int inside,
            int knocking,
            @Nullable SeatState has,
            boolean admitted,
            boolean removed,
            String outcome) {
        Admission admission = new Admission.Enters("Somebody", role);
        CallRules.Entry entry =
                new CallRules.Entry(admission, locked, hosted, inside, knocking, has, admitted, removed);
        Reason refusal = CallRules.refusal(entry);
        assertThat(refusal == null ? CallRules.enter(entry).name() : refusal.key())
                .isEqualTo(refusal == null ? outcome : "call.refused." + outcome);
    }

    @Test
    void thePlaceHidesOrRefuses() {
        Reason closed = Reason.of("call.refused.gone");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> CallRules.enter(first(Admission.hidden())));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> CallRules.enter(first(Admission.refused(closed))))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(closed));
    }

    private static CallRules.Entry first(Admission admission) {
        return new CallRules.Entry(admission, false, false, 0, 0, null, false, false);
    }

    /** action; host; target; target is a host; inside → the refusal's last word, or yes. */
    @ParameterizedTest
    @CsvSource({
        "ADMIT,      true,  KNOCKING, false, 5, yes",
        "ADMIT,      true,  KNOCKING, false, 6, full",
        "ADMIT,      true,  LEFT,     false, 1, gone",
        "ADMIT,      true,  REMOVED,  false, 1, gone",
        "ADMIT,      false, KNOCKING, false, 1, hosts-only",
        "TURN_AWAY,  true,  KNOCKING, false, 6, yes",
        "TURN_AWAY,  true,  SEATED,   false, 2, gone",
        "TURN_AWAY,  false, KNOCKING, false, 2, hosts-only",
        "MUTE,       true,  SEATED,   false, 2, yes",
        "MUTE,       true,  SEATED,   true,  2, yes",
        "MUTE,       true,  KNOCKING, false, 2, gone",
        "MUTE,       true,  MOVED,    false, 2, gone",
        "MUTE,       false, SEATED,   false, 2, hosts-only",
        "DISCONNECT, true,  SEATED,   false, 2, yes",
        "DISCONNECT, true,  SEATED,   true,  2, host",
        "DISCONNECT, true,  KNOCKING, false, 2, gone",
        "DISCONNECT, false, SEATED,   false, 2, hosts-only",
        "LOCK,       true,  ,         false, 2, yes",
        "LOCK,       false, ,         false, 2, hosts-only",
        "END,        true,  ,         false, 2, yes",
        "END,        false, ,         false, 2, hosts-only",
    })
    void whatAHostDoes(
            CallAction action,
            boolean host,
            @Nullable SeatState target,
            boolean targetHost,
            int inside,
            String outcome) {
        Reason refusal =
                CallRules.refusal(new CallRules.Act(action, SeatState.SEATED, host, target, targetHost, inside));
        assertThat(refusal == null ? "call.refused.yes" : refusal.key()).isEqualTo("call.refused." + outcome);
    }

    @ParameterizedTest
    @EnumSource(value = SeatState.class, mode = EnumSource.Mode.EXCLUDE, names = "SEATED")
    void whoIsNotSeatedDoesAndHearsNothing(SeatState state) {
        for (CallAction action : CallAction.values()) {
            CallRules.Act act = new CallRules.Act(action, state, true, SeatState.KNOCKING, false, 1);
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> CallRules.require(act));
        }
        assertThat(CallRules.hears(state)).isFalse();
    }

    @Test
    void guestsAreTogetherOnlyWhileAHostIsThere() {
        assertThat(CallRules.guest(true)).isEqualTo(SeatState.SEATED);
        assertThat(CallRules.guest(false)).isEqualTo(SeatState.HELD);
        assertThat(CallRules.enter(first(HOST))).isEqualTo(SeatState.SEATED);
        assertThat(CallRules.enter(first(GUEST))).isEqualTo(SeatState.HELD);
        assertThat(CallRules.enter(first(KNOCKS))).isEqualTo(SeatState.KNOCKING);
    }
}
