package org.careroom.messaging;

/** What kind of room it is; each kind's module says by its {@link RoomRules} what may be done there. */
public enum RoomKind {
    /** Between colleagues, independent of any case, donor, organ or patient. */
    GENERAL,
    /** The one room of a case for its admins. */
    CASE,
    /** The room of one follower group of a case. */
    CASE_FOLLOWER,
    /** Between clients and those who care for them; colleagues who may answer for these read along. */
    CONVERSATION;

    /** The list in which rooms of this kind stand: the subject of its nudges and, behind a slash, its address. */
    public String list() {
        return this == CONVERSATION ? "chat" : "rooms";
    }

    /** Whether the pages of rooms of this kind name those who look on. */
    boolean namesLookers() {
        return this == CONVERSATION;
    }

    /** An event's name in rooms of this kind, whose sentence calls the room what its people call it. */
    public String event(String what) {
        return this == CONVERSATION ? "conversation." + what : what;
    }
}
