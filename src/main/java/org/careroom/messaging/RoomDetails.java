package org.careroom.messaging;

import org.careroom.people.Person;

/** What a kind of room adds to the details panel of its rooms. */
public interface RoomDetails extends OfRoomKind {

    /** The name of the template whose fragment {@code details(room, details)} shows it. */
    String template();

    /** The view that the fragment is given, for a person who may read the room. */
    Object of(Person who, Room room);
}
