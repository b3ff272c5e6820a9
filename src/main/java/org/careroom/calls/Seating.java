package org.careroom.calls;

import java.util.List;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows when somebody has come in or gone: who is on hold, whether the call goes on, and who is told. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Seating {

    private final CallStore calls;
    private final SeatStore seats;
    private final CallNews news;
    private final ApplicationEventPublisher events;

    Seating(CallStore calls, SeatStore seats, CallNews news, ApplicationEventPublisher events) {
        this.calls = calls;
        this.seats = seats;
        this.news = news;
        this.events = events;
    }

    /** Brings the guests where they belong, ends a call that is empty, and tells. The caller holds the call's lock. */
    void settle(CallRow call) {
        List<Seat> live = seats.live(call.id());
        if (live.isEmpty() && call.kind().endsWhenEmpty()) {
            end(call, null);
            return;
        }
        SeatState guests = CallRules.guest(live.stream().anyMatch(seat -> seat.host() && seat.seated()));
        live.stream()
                .filter(seat -> !seat.host() && seat.state().inside() && seat.state() != guests)
                .forEach(seat -> seats.turn(seat.id(), guests));
        List<Seat> settled = seats.live(call.id());
        events.publishEvent(new CallChanged(call.kind(), call.place(), call.id(), attendees(settled), false, null));
        news.changed(call.id(), settled);
    }

    /** Somebody knocks, or does so no more, which nobody but hosts is told. */
    void settleDoor(CallRow call) {
        List<Seat> live = seats.live(call.id());
        if (live.isEmpty()) {
            settle(call);
        } else {
            news.doorChanged(call.id(), live);
            events.publishEvent(new DoorChanged(call.kind(), call.place()));
        }
    }

    /** Ends the call for all. The caller holds its lock; one that has ended stays so. */
    void end(CallRow call, @Nullable PersonId by) {
        if (call.ended()) {
            return;
        }
        List<Seat> live = seats.live(call.id());
        calls.end(call.id());
        seats.endAll(call.id());
        events.publishEvent(new CallChanged(call.kind(), call.place(), call.id(), List.of(), true, by));
        news.ended(call.id(), live);
    }

    private static List<Attendee> attendees(List<Seat> live) {
        return live.stream()
                .filter(seat -> seat.state().inside())
                .map(Seat::attendee)
                .toList();
    }
}
