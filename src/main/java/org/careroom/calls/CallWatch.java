package org.careroom.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks after pages that are heard of no more, so that a browser or a node that crashed leaves no ghost. */
@Component
class CallWatch {

    private static final long PERIOD_MILLISECONDS = 5_000;

    /** A call that nobody has entered so long after it was begun was begun for nothing. */
    private static final Duration EMPTY = Duration.ofMinutes(2);

    private final CallStore calls;
    private final SeatStore seats;
    private final CallSeats callSeats;
    private final Calls places;
    private final CallNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Instant since;

    CallWatch(
            CallStore calls,
            SeatStore seats,
            CallSeats callSeats,
            Calls places,
            CallNews news,
            TransactionTemplate transaction,
            Clock clock) {
        this.calls = calls;
        this.seats = seats;
        this.callSeats = callSeats;
        this.places = places;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Pages that could not reach us while we were starting get the time to do so. */
    @Scheduled(fixedDelay = PERIOD_MILLISECONDS)
    void watch() {
        if (clock.instant().isAfter(since.plus(CallRules.GONE))) {
            look();
        }
    }

    void look() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status ->
                seats.markAway(now.minus(CallRules.AWAY)).forEach(call -> news.changed(call, seats.live(call))));
        List<CallId> silent = transaction.execute(status -> seats.withSilent(now.minus(CallRules.GONE)));
        silent.forEach(callSeats::leaveSilent);
        List<CallId> empty = transaction.execute(status -> calls.empty(EMPTY));
        empty.forEach(places::end);
    }
}
