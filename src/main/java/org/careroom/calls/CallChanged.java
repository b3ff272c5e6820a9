package org.careroom.calls;

import java.util.List;
import java.util.UUID;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a call has changed, or it has ended. Published in the transaction that has locked the call; it carries the whole
 * state, so that listeners need no history.
 *
 * @param inside seated or on hold, in the order in which they came; empty when the call has ended
 * @param endedBy the host who ended it for all; null while it goes on and when it ended by itself or by the place's module
 */
public record CallChanged(
        PlaceKind kind,
        UUID place,
        CallId call,
        List<Attendee> inside,
        boolean ended,
        @Nullable PersonId endedBy) {}
