package org.careroom.messaging;

import org.careroom.people.PersonId;

/**
 * A person left a room or was removed from it. Published in the transaction, so that the room's kind can act on it.
 *
 * @param cause who did it, the person themselves where they left
 */
public record PersonLeft(Room room, PersonId person, PersonId cause) {}
