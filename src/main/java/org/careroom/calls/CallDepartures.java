package org.careroom.calls;

import java.util.List;
import org.careroom.people.PersonId;
import org.careroom.people.SessionsEnded;
import org.careroom.shared.AfterCommit;
import org.careroom.shared.Afterwards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A guest whose cookie is worth nothing any more is in no call any more, as soon as that is committed: their own page could only
 * fall silent. Behind the commit, as whoever ends a guest may hold locks that come after a call's.
 */
@Component
class CallDepartures {

    private static final Logger LOG = LoggerFactory.getLogger(CallDepartures.class);

    private final SeatStore seats;
    private final CallSeats callSeats;
    private final TransactionTemplate transaction;

    CallDepartures(SeatStore seats, CallSeats callSeats, TransactionTemplate transaction) {
        this.seats = seats;
        this.callSeats = callSeats;
        this.transaction = transaction;
    }

    @EventListener
    void on(SessionsEnded ended) {
        if (ended.ofGuest()) {
            AfterCommit.run(() -> Afterwards.run(() -> putOut(ended.person())));
        }
    }

    /** What fails here must not fail what is committed; {@link CallWatch} finds the silent page then. */
    private void putOut(PersonId guest) {
        try {
            List<CallId> in = transaction.execute(status -> seats.withLive(guest));
            in.forEach(call -> callSeats.putOut(call, guest));
        } catch (DataAccessException | TransactionException later) {
            LOG.warn("a guest who has gone keeps their seat for a while", later);
        }
    }
}
