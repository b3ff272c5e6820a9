package org.careroom.messaging;

import java.util.Set;
import org.careroom.people.PersonId;

/**
 * A message was edited or deleted.
 *
 * @param readers who may read the room at that moment
 */
public record MessageChanged(MessageView message, Set<PersonId> readers) {}
