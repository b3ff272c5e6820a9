package org.careroom.messaging;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careroom.people.Person;
import org.careroom.people.PersonId;

/**
 * The rules of one kind of room, stated once: the page that shows a room, the server that guards it, the audience of its
 * news and the panel that explains a refusal all ask here. A person is among the {@link #readers} exactly when they may
 * {@link RoomAction#READ}.
 */
public interface RoomRules extends OfRoomKind {

    /** Whether this person may do this in this room at this moment. */
    Decision may(Person who, RoomAction action, Room room);

    /** Who may read the room at this moment and is told of its news. */
    Set<PersonId> readers(Room room);

    /**
     * Who is told who looks on and who writes; a person is among them exactly when they may {@link RoomAction#WATCH}. They
     * all may read.
     */
    default Set<PersonId> watchers(Room room) {
        return readers(room);
    }

    /** In whose name those write who may {@link RoomAction#REPLY_ON_BEHALF}; empty where everybody writes in their own. */
    default Optional<PersonId> owner(Room room) {
        return Optional.empty();
    }

    /** The actions whose refusal the room's panel explains to this person, in its order. */
    default List<RoomAction> explained(Person who, Room room) {
        return RoomAction.explained(room);
    }

    /** Whether this person, who was asked, may come in at this moment. */
    default Decision mayEnter(Person who, Room room) {
        return Decision.ALLOWED;
    }

    /** Whether writing in the room changes the room itself, as it is now, besides its log. */
    default boolean isChangedByPost(Room room) {
        return false;
    }

    /** Makes that change, in the transaction of an allowed post that is no repetition, before it is numbered. */
    default void beforePost(Person writer, Room room) {}
}
