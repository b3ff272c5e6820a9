package org.careroom.messaging;

import java.util.List;
import java.util.Locale;

/** What a person may want to do in a room. The panel of a room explains each of them that is refused. */
public enum RoomAction {
    READ,
    POST,
    ADD_PEOPLE,
    REMOVE_PEOPLE,
    LEAVE,
    CLOSE,
    REOPEN,
    RENAME,
    MANAGE,
    /** Writing in the owner's name, for those who take no part. */
    REPLY_ON_BEHALF,
    /** Seeing who looks on, who writes and who has read what. */
    WATCH;

    /** The actions whose refusal the room's panel explains, in its order. */
    static List<RoomAction> explained(Room room) {
        RoomAction closing = room.isOpen() ? CLOSE : REOPEN;
        boolean pair = room.isPair(); // nobody asks why they cannot manage or remove the one other person
        return pair
                ? List.of(POST, ADD_PEOPLE, RENAME, LEAVE, closing)
                : List.of(POST, ADD_PEOPLE, REMOVE_PEOPLE, RENAME, MANAGE, LEAVE, closing);
    }

    /** The key of its name in the message bundles, such as {@code room.action.leave}. */
    public String key() {
        return "room.action." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
