package org.careroom.calls;

import java.util.List;
import org.careroom.people.Identity;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The call's screen, before its page asks for a seat. */
@Service
@Transactional(readOnly = true)
public class CallPages {

    private final CallStore calls;
    private final SeatStore seats;
    private final CallPlaces places;

    CallPages(CallStore calls, SeatStore seats, CallPlaces places) {
        this.calls = calls;
        this.seats = seats;
        this.places = places;
    }

    /**
     * A call as its page shows it.
     *
     * @param host whether who looks may act as a host
     * @param panels what else hosts find among the participants
     */
    public record CallPage(CallId id, boolean ended, boolean host, PlaceView place, List<CallPanel> panels) {}

    /**
     * @throws NotFound when they must not learn that there is such a call, and when it ended without them
     * @throws Refused when the place does not let them in
     */
    public CallPage of(Identity who, CallId id) {
        CallRow call = calls.look(id);
        if (call.ended()) {
            if (seats.of(id, who.id()).stream().noneMatch(Seat::admitted)) {
                throw new NotFound();
            }
            return new CallPage(id, true, false, places.view(who, call), List.of());
        }
        Admission admission = places.admission(who, call);
        if (admission instanceof Admission.Because because) {
            throw new Refused(because.reason());
        }
        if (!(admission instanceof Admission.Enters enters)) {
            throw new NotFound();
        }
        List<CallPanel> panels = enters.host() ? places.panels(who, call) : List.of();
        return new CallPage(id, false, enters.host(), places.view(who, call), panels);
    }
}
