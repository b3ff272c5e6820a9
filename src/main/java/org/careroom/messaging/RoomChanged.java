package org.careroom.messaging;

import java.util.Set;
import org.careroom.people.PersonId;

/**
 * A room's name, state or people changed, in a way that its pages and the lists of rooms show.
 *
 * @param readers who may read the room at that moment
 * @param concerned who else is concerned, such as a person who was removed
 */
public record RoomChanged(Room room, Set<PersonId> readers, Set<PersonId> concerned) {}
