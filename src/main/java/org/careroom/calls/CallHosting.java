package org.careroom.calls;

import java.util.List;
import org.careroom.people.Identity;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What hosts do in a call that they sit in. All of it throws {@link NotFound} where who is asking is not seated in the call,
 * and {@link Refused} where they are but cannot do this.
 */
@Service
@Transactional
public class CallHosting {

    private final CallStore calls;
    private final SeatStore seats;
    private final CallPlaces places;
    private final Seating seating;
    private final CallNews news;

    CallHosting(CallStore calls, SeatStore seats, CallPlaces places, Seating seating, CallNews news) {
        this.calls = calls;
        this.seats = seats;
        this.places = places;
        this.seating = seating;
        this.news = news;
    }

    /** Lets somebody in who knocks. */
    public void admit(Identity who, CallId id, SeatId target) {
        CallRow call = allowed(who, id, CallAction.ADMIT, target);
        seats.turn(target, SeatState.HELD);
        seating.settle(call);
    }

    /** Does not let somebody in who knocks; they cannot knock again in this call. */
    public void turnAway(Identity who, CallId id, SeatId target) {
        CallRow call = allowed(who, id, CallAction.TURN_AWAY, target);
        seats.end(target, SeatState.REMOVED);
        seating.settleDoor(call);
    }

    /** Mutes somebody's microphone; only they can unmute it. */
    public void mute(Identity who, CallId id, SeatId target) {
        CallRow call = allowed(who, id, CallAction.MUTE, target);
        String by = acting(who, call).name();
        seats.mute(target, by);
        List<Seat> live = seats.live(id);
        live.stream().filter(seat -> seat.id().equals(target)).forEach(seat -> news.muted(seat, by));
        news.changed(id, live);
    }

    /** Sends a guest away; they cannot come back in this call. */
    public void disconnect(Identity who, CallId id, SeatId target) {
        CallRow call = allowed(who, id, CallAction.DISCONNECT, target);
        seats.end(target, SeatState.REMOVED);
        seating.settle(call);
    }

    /** Nobody comes in any more who was not in before, or they do again. */
    public void lock(Identity who, CallId id, boolean locked) {
        allowed(who, id, CallAction.LOCK, null);
        calls.setLocked(id, locked);
        news.changed(id, seats.live(id));
    }

    /** Ends the call for all. */
    public void end(Identity who, CallId id) {
        seating.end(allowed(who, id, CallAction.END, null), who.id());
    }

    private CallRow allowed(Identity who, CallId id, CallAction action, @Nullable SeatId target) {
        CallRow call = calls.lock(id);
        Seat acting = acting(who, call);
        Seat seat = target == null ? null : seats.find(id, target).orElseThrow(NotFound::new);
        boolean still = places.admission(who, call) instanceof Admission.Enters enters && enters.host();
        int inside = (int)
                seats.live(id).stream().filter(other -> other.state().inside()).count();
        CallRules.require(new CallRules.Act(
                action,
                acting.state(),
                acting.host() && still,
                seat == null ? null : seat.state(),
                seat != null && seat.host(),
                inside));
        return call;
    }

    private Seat acting(Identity who, CallRow call) {
        return seats.live(call.id()).stream()
                .filter(seat -> seat.person().equals(who.id()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
