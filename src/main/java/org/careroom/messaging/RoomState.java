package org.careroom.messaging;

import org.careroom.people.Initials;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a room's page shows of it beside the log, for one person.
 *
 * @param pair whether it is named after the people in it
 * @param awaited whether somebody who was asked into a room of two has not accepted yet
 * @param whyNotPost why the person cannot write here, or null when they can
 * @param board what its kind shows between head and log, or null
 */
public record RoomState(
        RoomId id,
        RoomKind kind,
        String name,
        boolean pair,
        boolean open,
        boolean muted,
        boolean awaited,
        @Nullable Reason whyNotPost,
        RoomBoard.@Nullable Shown board) {

    public String initials() {
        return Initials.of(name);
    }
}
