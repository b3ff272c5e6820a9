package org.careroom.calls;

import java.time.Duration;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Who may come into a call, and what they may do there (product 6). What it decides by is read behind the call's lock. */
final class CallRules {

    /** As many take part at once, on hold or not. */
    static final int SEATS = 6;

    /** As many may wait at the door at once. */
    static final int KNOCKING = 20;

    /** A page that was not heard of for so long is shown as away, and another may take its place unasked. */
    static final Duration AWAY = Duration.ofSeconds(12);

    /** After so long it has left. */
    static final Duration GONE = Duration.ofSeconds(30);

    private CallRules() {}

    /**
     * Somebody who wants to come in, as the rules see them.
     *
     * @param inside how many are seated or on hold, themselves included
     * @param has the state of the seat they have at this moment; null for none
     * @param locked whether a host has locked the call
     * @param hosted whether a host is seated
     * @param admitted whether they were let in before in this call
     * @param removed whether a host sent them away
     */
    record Entry(
            Admission admission,
            boolean locked,
            boolean hosted,
            int inside,
            int knocking,
            @Nullable SeatState has,
            boolean admitted,
            boolean removed) {

        private boolean host() {
            return admission instanceof Admission.Enters enters && enters.host();
        }

        private boolean awaited() {
            return admission instanceof Admission.Enters enters && enters.role() == Admission.Role.AWAITED;
        }

        private boolean knocks() {
            return admission instanceof Admission.Enters enters && enters.role() == Admission.Role.KNOCKER && !admitted;
        }

        /** A lock that no host could open any more keeps no host out. */
        private boolean isLockedOut() {
            boolean knockedBefore = has == SeatState.KNOCKING && knocks();
            return locked && !admitted && !knockedBefore && !awaited() && (hosted || !host());
        }

        private boolean isInside() {
            return has != null && has.inside();
        }
    }

    /** Why somebody cannot come in, or null when they can. */
    static @Nullable Reason refusal(Entry entry) {
        boolean waits = entry.has() == SeatState.KNOCKING;
        return Reason.first(
                entry.admission() instanceof Admission.Because because ? because.reason() : null,
                Reason.when(entry.removed() && !entry.host(), "call.refused.removed"),
                Reason.when(entry.isLockedOut(), "call.refused.locked"),
                Reason.when(entry.knocks() && !waits && entry.knocking() >= KNOCKING, "call.refused.crowded"),
                Reason.when(!entry.knocks() && !entry.isInside() && entry.inside() >= SEATS, "call.refused.full"));
    }

    /**
     * In which state somebody who comes in begins; a guest is on hold until it is seen whether a host is there.
     *
     * @throws NotFound when they must not learn that there is such a call
     * @throws Refused when they may, but cannot come in
     */
    static SeatState enter(Entry entry) {
        if (entry.admission() instanceof Admission.Hidden) {
            throw new NotFound();
        }
        Reason refusal = refusal(entry);
        if (refusal != null) {
            throw new Refused(refusal);
        }
        return entry.knocks() ? SeatState.KNOCKING : entry.host() ? SeatState.SEATED : SeatState.HELD;
    }

    /**
     * What somebody in the call does, as the rules see it.
     *
     * @param seat the state of the seat that they act from
     * @param host whether they sit there as a host and still are one
     * @param target the state of the seat that it is done to; null where it is done to the call
     */
    record Act(
            CallAction action,
            SeatState seat,
            boolean host,
            @Nullable SeatState target,
            boolean targetHost,
            int inside) {}

    /**
     * Goes on when it is possible.
     *
     * @throws NotFound when who acts is not in the call
     * @throws Refused when they are, but cannot do this
     */
    static void require(Act act) {
        if (act.seat() != SeatState.SEATED) {
            throw new NotFound();
        }
        Reason refusal = refusal(act);
        if (refusal != null) {
            throw new Refused(refusal);
        }
    }

    /** Why somebody seated cannot do this, or null when they can. Nobody can unmute another: there is no such action. */
    static @Nullable Reason refusal(Act act) {
        boolean toSomebodyInside = act.target() != null && act.target().inside();
        return Reason.first(
                Reason.when(!act.host(), "call.refused.hosts-only"),
                switch (act.action()) {
                    case ADMIT ->
                        Reason.first(
                                Reason.when(act.target() != SeatState.KNOCKING, "call.refused.gone"),
                                Reason.when(act.inside() >= SEATS, "call.refused.full"));
                    case TURN_AWAY -> Reason.when(act.target() != SeatState.KNOCKING, "call.refused.gone");
                    case MUTE -> Reason.when(!toSomebodyInside, "call.refused.gone");
                    case DISCONNECT ->
                        Reason.first(
                                Reason.when(!toSomebodyInside, "call.refused.gone"),
                                Reason.when(act.targetHost(), "call.refused.host"));
                    case LOCK, END -> null;
                });
    }

    /** Whether guests may be together with others: never alone (product 6). */
    static SeatState guest(boolean hostSeated) {
        return hostSeated ? SeatState.SEATED : SeatState.HELD;
    }

    /** Whether a page may write and read the chat, and send and get signals. */
    static boolean hears(SeatState seat) {
        return seat == SeatState.SEATED;
    }
}
