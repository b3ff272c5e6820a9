package org.careroom.messaging;

/** What a message in a room's log is. */
public enum MessageKind {
    /** Written by a person. */
    TEXT,
    /** Tells what happened to the room: someone was added, it was closed. */
    EVENT,
    /** Tells what was filled in elsewhere, in a case: never edited or deleted. */
    UPDATE
}
