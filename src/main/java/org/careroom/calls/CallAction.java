package org.careroom.calls;

/** What only hosts do in a call. */
enum CallAction {
    ADMIT,
    TURN_AWAY,
    MUTE,
    DISCONNECT,
    LOCK,
    END
}
