package org.careroom.messaging;

/** What kind of room it is; each kind's module says by its {@link RoomRules} what may be done there. */
public enum RoomKind {
    /** Between colleagues, independent of any case, donor, organ or patient. */
    GENERAL,
    /** The one room of a case for its admins. */
    CASE,
    /** The room of one follower group of a case. */
    CASE_FOLLOWER
}
