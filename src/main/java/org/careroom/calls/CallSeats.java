package org.careroom.calls;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.careroom.people.Identity;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The seats of calls: coming in, being there, going. A seat belongs to one open page, which alone uses its id. */
@Service
@Transactional
public class CallSeats {

    private final CallStore calls;
    private final SeatStore seats;
    private final CallPlaces places;
    private final Seating seating;
    private final CallNews news;
    private final Clock clock;

    CallSeats(CallStore calls, SeatStore seats, CallPlaces places, Seating seating, CallNews news, Clock clock) {
        this.calls = calls;
        this.seats = seats;
        this.places = places;
        this.seating = seating;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Gives a page a seat; one that the person has on another page is moved here.
     *
     * @param takeOver whether they said to move it also from a page that is alive
     * @throws NotFound when they must not learn that there is such a call, and when it ended without them
     * @throws Refused when they cannot come in, as it is full or locked
     * @throws Elsewhere when another page has to be asked for first
     */
    public SeatView enter(Identity who, CallId id, boolean takeOver) {
        CallRow call = calls.lock(id);
        List<Seat> own = seats.of(id, who.id());
        if (call.ended()) {
            return SeatView.of(call, last(own), List.of());
        }
        Admission admission = places.admission(who, call);
        Seat has = own.stream().filter(seat -> seat.state().live()).findFirst().orElse(null);
        SeatState state = CallRules.enter(entry(call, admission, own, has));
        if (has != null) {
            move(has, takeOver);
        }
        Seat seat = seat(who, call, (Admission.Enters) admission, state, own);
        seats.add(seat);
        settle(call, has == null ? state : has.state(), state);
        return view(calls.look(id), seat.id());
    }

    /** @throws NotFound unless somebody who was let in asks after a call that has ended */
    private static Seat last(List<Seat> own) {
        return own.stream()
                .filter(Seat::admitted)
                .reduce((earlier, later) -> later)
                .orElseThrow(NotFound::new);
    }

    private CallRules.Entry entry(CallRow call, Admission admission, List<Seat> own, @Nullable Seat has) {
        List<Seat> live = seats.live(call.id());
        return new CallRules.Entry(
                admission,
                call.locked(),
                live.stream().anyMatch(seat -> seat.host() && seat.seated()),
                (int) live.stream().filter(seat -> seat.state().inside()).count(),
                (int) live.stream()
                        .filter(seat -> seat.state() == SeatState.KNOCKING)
                        .count(),
                has == null ? null : has.state(),
                own.stream().anyMatch(seat -> seat.admitted() && seat.state() != SeatState.REMOVED),
                own.stream().anyMatch(seat -> seat.state() == SeatState.REMOVED));
    }

    private void move(Seat has, boolean takeOver) {
        boolean heard = !has.away() && has.lastSeenAt().isAfter(clock.instant().minus(CallRules.AWAY));
        if (heard && !takeOver) {
            throw new Elsewhere();
        }
        seats.end(has.id(), SeatState.MOVED);
    }

    private static Seat seat(Identity who, CallRow call, Admission.Enters admission, SeatState state, List<Seat> own) {
        Long chatFrom = own.stream()
                .map(Seat::chatFrom)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(state == SeatState.SEATED ? call.chatSequence() : null);
        return new Seat(
                new SeatId(Id.next()),
                call.id(),
                who.id(),
                admission.name(),
                admission.host(),
                state,
                Instant.EPOCH,
                false,
                false,
                null,
                false,
                false,
                state.inside(),
                chatFrom);
    }

    /**
     * The page is there, and asks how it stands.
     *
     * @throws NotFound unless the seat is or was theirs
     */
    public SeatView here(Identity who, CallId id, SeatId seatId, Devices devices) {
        Seat seat = own(who, id, seatId);
        if (seat.state().live() && places.admission(who, calls.look(id)) instanceof Admission.Hidden) {
            putOut(id, who.id());
        } else if (seat.state().live()) {
            seats.seen(seat.id(), devices);
            boolean looksDifferent = seat.away()
                    || seat.cameraOff() != devices.cameraOff()
                    || seat.sharing() != devices.sharing()
                    || seat.muted() != (devices.muted() || seat.mutedBy() != null);
            if (looksDifferent) {
                news.changed(id, seats.live(id));
            }
        }
        return view(calls.look(id), seatId);
    }

    /** Whoever must not know of the call any more is in it no longer; should they be let in again, they may come. */
    void putOut(CallId id, PersonId person) {
        CallRow call = calls.lock(id);
        seats.of(id, person).stream().filter(seat -> seat.state().live()).forEach(seat -> {
            seats.end(seat.id(), SeatState.LEFT);
            settle(call, seat.state(), SeatState.LEFT);
        });
    }

    /** The page says goodbye; perhaps it only loads again. */
    public void away(Identity who, CallId id, SeatId seatId) {
        if (seats.away(own(who, id, seatId).id())) {
            news.changed(id, seats.live(id));
        }
    }

    /** The person leaves, and may come back. */
    public void leave(Identity who, CallId id, SeatId seatId) {
        CallRow call = calls.lock(id);
        Seat seat = own(who, id, seatId);
        if (seat.state().live()) {
            seats.end(seat.id(), SeatState.LEFT);
            settle(call, seat.state(), SeatState.LEFT);
        }
    }

    private void settle(CallRow call, SeatState before, SeatState after) {
        if (before.inside() || after.inside()) {
            seating.settle(call);
        } else {
            seating.settleDoor(call);
        }
    }

    /** Those who were not heard of for {@link CallRules#GONE} have left. */
    void leaveSilent(CallId id) {
        CallRow call = calls.lock(id);
        List<Seat> silent = seats.live(id).stream()
                .filter(seat -> seat.lastSeenAt().isBefore(clock.instant().minus(CallRules.GONE)))
                .toList();
        silent.forEach(seat -> seats.end(seat.id(), SeatState.LEFT));
        if (!silent.isEmpty()) {
            seating.settle(call);
        }
    }

    private Seat own(Identity who, CallId call, SeatId seat) {
        return seats.find(call, seat)
                .filter(found -> found.person().equals(who.id()))
                .orElseThrow(NotFound::new);
    }

    private SeatView view(CallRow call, SeatId seatId) {
        Seat seat = seats.find(call.id(), seatId).orElseThrow(NotFound::new);
        return SeatView.of(call, seat, CallRules.hears(seat.state()) ? seats.live(call.id()) : List.of());
    }
}
