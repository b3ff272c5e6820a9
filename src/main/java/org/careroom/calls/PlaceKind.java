package org.careroom.calls;

/** What calls are held in. */
public enum PlaceKind {
    CONSULTATION,
    MEETING_ROOM,
    USER_ROOM;

    /** Whether a call ends when the last one has left; a patient's goes on until somebody ends it. */
    boolean endsWhenEmpty() {
        return this != CONSULTATION;
    }
}
