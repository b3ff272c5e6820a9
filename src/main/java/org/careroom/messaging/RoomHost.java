package org.careroom.messaging;

import java.util.List;
import java.util.UUID;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;

/** Who comes into rooms of one kind and who goes, as the module of that kind sees to it. */
public interface RoomHost extends OfRoomKind {

    /**
     * Takes people out and then adds others, by its own rules.
     *
     * @param removed e-mail addresses, and {@code added} too
     * @param teams whose people are added
     * @throws NotFound when the person may not learn of the room, or of a team
     * @throws Refused when they may not remove or add people here
     * @throws Invalid at {@code people}
     */
    PeopleAdded change(Person who, RoomId room, List<String> removed, List<String> added, List<UUID> teams);

    /** Holds what people are to the room's organization until the transaction ends; the room is locked behind that. */
    void hold(RoomId room);

    /** Whether the person comes from outside the room's organization. */
    boolean isOutside(Person who, Room room);
}
