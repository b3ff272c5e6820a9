package org.careroom.messaging;

import java.util.Collection;
import java.util.Map;

/** What rooms of one kind belong to, where their own name does not tell them apart. */
public interface RoomContext {

    RoomKind kind();

    /** The name of what each of these rooms belongs to, for people who are in it. */
    Map<RoomId, String> of(Collection<RoomId> rooms);
}
