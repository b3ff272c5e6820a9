package org.careroom.messaging;

import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;

/** What a kind of room shows between the head and the log of its rooms: what holds at this moment. */
public interface RoomBoard extends OfRoomKind {

    /** The name of the template whose fragment {@code board(board)} shows it. */
    String template();

    /** The view that the fragment is given, for a person who may read the room; null when there is nothing to show. */
    @Nullable
    Object of(Person who, Room room);

    /** A board with the template that shows it. */
    record Shown(String template, Object view) {}
}
