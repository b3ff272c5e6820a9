package org.careroom.clients;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which client. */
public record ClientId(UUID value) implements Id {

    public static ClientId of(String text) {
        return new ClientId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
