package org.careroom.messaging;

import org.careroom.people.PersonId;

/**
 * Somebody has read on in a room they are in, looked at it anew, or made some of it unread again; published in the transaction
 * of it.
 */
public record ReadingMoved(Room room, PersonId person) {}
