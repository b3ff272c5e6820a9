package org.careroom.messaging;

import org.careroom.people.PersonId;

/**
 * How far somebody has read a room they are in has changed, by their own doing; published in the transaction of it.
 *
 * @param upTo the number of the last message they have read; lower than before when they made some unread again
 */
public record ReadingMoved(Room room, PersonId person, long upTo) {}
