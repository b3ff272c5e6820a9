package org.careroom.messaging;

import org.careroom.people.PersonId;

/** A person left a room or was removed from it. Published in the transaction, so that the room's kind can act on it. */
public record PersonLeft(Room room, PersonId person) {}
