package org.careroom.calls;

import java.time.Instant;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A seat as it is stored.
 *
 * @param away whether the page was not heard of for {@link CallRules#AWAY} or said goodbye
 * @param mutedBy the host who muted it, until the page has done so
 * @param admitted whether they were ever let in, and not only knocked
 * @param chatFrom they read the chat's messages behind this number; null before they were first seated
 */
record Seat(
        SeatId id,
        CallId call,
        PersonId person,
        String name,
        boolean host,
        SeatState state,
        Instant lastSeenAt,
        boolean away,
        boolean muted,
        @Nullable String mutedBy,
        boolean cameraOff,
        boolean sharing,
        boolean admitted,
        @Nullable Long chatFrom) {

    Attendee attendee() {
        return new Attendee(person, name, host, state == SeatState.SEATED);
    }

    boolean seated() {
        return state == SeatState.SEATED;
    }
}
