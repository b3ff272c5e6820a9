package org.careroom.calls;

/** Where somebody's page is with regard to a call. */
public enum SeatState {
    /** Waits to be let in, and hears nothing. */
    KNOCKING,
    /** Hears and sees the others. */
    SEATED,
    /** Has a place but hears nothing, as no host is there. */
    HELD,
    /** Went away by themselves, was gone too long, or was there when it ended. */
    LEFT,
    /** Was sent away by a host. */
    REMOVED,
    /** Goes on in another page. */
    MOVED;

    /** Whether one of the six places is theirs. */
    boolean inside() {
        return this == SEATED || this == HELD;
    }

    /** Whether the page that has the seat still counts. */
    boolean live() {
        return inside() || this == KNOCKING;
    }
}
