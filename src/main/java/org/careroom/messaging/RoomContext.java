package org.careroom.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.careroom.people.Person;

/** What rooms of one kind belong to, where their own name does not tell them apart. */
public interface RoomContext extends OfRoomKind {

    /** The name of what each of these rooms belongs to, for people who are in it. */
    Map<RoomId, String> of(Collection<RoomId> rooms);

    /** Rooms, of which some may not be the person's, that belong to something whose name holds a text. */
    List<RoomId> belongingTo(Person who, String search);
}
