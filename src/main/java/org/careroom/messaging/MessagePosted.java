package org.careroom.messaging;

import java.util.Set;
import java.util.UUID;
import org.careroom.people.PersonId;

/**
 * A message was stored in a room.
 *
 * @param room as it was before the message: its last number is the one before the message's
 * @param readers who may read the room at that moment
 */
public record MessagePosted(Room room, MessageView message, UUID clientKey, Set<PersonId> readers) {}
