package org.careroom.messaging;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which room. */
public record RoomId(UUID value) implements Id {

    public static RoomId of(String text) {
        return new RoomId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
