package org.careroom.messaging;

import java.util.Locale;
import org.careroom.people.Person;

/** What an author may do to their own message (product 2). */
final class MessageRules {

    private MessageRules() {}

    static Decision mayChange(Person who, Room room, StoredMessage message) {
        if (message.kind() != MessageKind.TEXT) {
            return Decision.refused("message.change." + message.kind().name().toLowerCase(Locale.ROOT));
        }
        if (!message.author().equals(who.id())) {
            return Decision.refused("message.change.not-yours");
        }
        if (!room.isOpen()) {
            return Decision.refused("room.closed");
        }
        return Decision.ALLOWED;
    }

    /** Whether a message that its author may change still has a text to change. */
    static Decision mayEdit(StoredMessage message) {
        return message.deleted() ? Decision.refused("message.change.deleted") : Decision.ALLOWED;
    }
}
