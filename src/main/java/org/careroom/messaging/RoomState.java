package org.careroom.messaging;

import org.careroom.people.Initials;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a room's page shows of it beside the log, for one person.
 *
 * @param takesPart whether the person is in the room, and so has what is their own in it: how far they have read, muting
 * @param pair whether it is named after the people in it
 * @param awaited whether somebody who was asked into a room of two has not accepted yet
 * @param whyNotPost why the person cannot write here, or null when they can
 * @param onBehalfOf the name of the owner in whose name the person may write here, or null; they write in their own name or
 *     in the owner's, never in both
 * @param board what its kind shows between head and log, or null
 */
public record RoomState(
        RoomId id,
        RoomKind kind,
        String name,
        boolean takesPart,
        boolean pair,
        boolean open,
        long lastSequence,
        boolean muted,
        boolean awaited,
        @Nullable Reason whyNotPost,
        @Nullable String onBehalfOf,
        RoomBoard.@Nullable Shown board) {

    public String initials() {
        return Initials.of(name);
    }
}
