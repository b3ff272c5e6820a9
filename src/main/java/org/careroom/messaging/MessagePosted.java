package org.careroom.messaging;

import java.util.Set;
import java.util.UUID;
import org.careroom.people.PersonId;

/**
 * A message was stored in a room.
 *
 * @param readers who may read the room at that moment
 */
public record MessagePosted(MessageView message, UUID clientKey, Set<PersonId> readers) {}
