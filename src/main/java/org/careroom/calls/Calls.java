package org.careroom.calls;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calls held in places, for the modules that own these; asks no rule. To end a call locks it, and whoever listens to
 * {@link CallChanged} is called behind that lock: so lock a place behind its call, never before it.
 */
@Service
@Transactional
public class Calls {

    private static final int ATTEMPTS = 10;

    private final CallStore calls;
    private final SeatStore seats;
    private final Seating seating;

    Calls(CallStore calls, SeatStore seats, Seating seating) {
        this.calls = calls;
        this.seats = seats;
        this.seating = seating;
    }

    /** The open call of the place, begun if there is none; of several who ask at once all get the same. It locks no call. */
    public CallId begin(PlaceKind kind, UUID place) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<CallId> open = calls.open(kind, place).or(() -> calls.begin(kind, place));
            if (open.isPresent()) {
                return open.get();
            }
        }
        throw new IllegalStateException("calls of this place end as fast as they begin: " + place);
    }

    @Transactional(readOnly = true)
    public Optional<CallId> open(PlaceKind kind, UUID place) {
        return calls.open(kind, place);
    }

    /** How many are seated or on hold in each of these places; places with nobody are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> inside(PlaceKind kind, Collection<UUID> places) {
        return seats.count(kind, places, Set.of(SeatState.SEATED, SeatState.HELD));
    }

    /** How many knock at each of these places; places where nobody does are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> knocking(PlaceKind kind, Collection<UUID> places) {
        return seats.count(kind, places, Set.of(SeatState.KNOCKING));
    }

    /** Whom hosts have sent away from the open call of the place, or not let in. */
    @Transactional(readOnly = true)
    public Set<PersonId> sentAway(PlaceKind kind, UUID place) {
        return seats.removed(kind, place);
    }

    /** Somebody whom a host sent away may come into this call again. */
    public void readmit(CallId call, PersonId person) {
        seats.readmit(call, person);
    }

    /**
     * Ends the call for all; one that has ended stays so.
     *
     * @throws org.careroom.shared.NotFound when there was never such a call
     */
    public void end(CallId call) {
        seating.end(calls.lock(call), null);
    }
}
