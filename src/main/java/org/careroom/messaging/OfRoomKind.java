package org.careroom.messaging;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** What the module of one kind of room brings for the rooms of that kind. */
interface OfRoomKind {

    RoomKind kind();

    /**
     * What is brought for rooms of a kind; empty where its module brings none. It is looked up when it is needed, as it may
     * have part in what looks it up.
     */
    static <T extends OfRoomKind> Optional<T> find(ObjectProvider<T> brought, RoomKind kind) {
        return brought.stream().filter(of -> of.kind() == kind).findFirst();
    }
}
