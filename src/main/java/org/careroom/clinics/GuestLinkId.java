package org.careroom.clinics;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which guest link; not its secret. */
public record GuestLinkId(UUID value) implements Id {

    public static GuestLinkId of(String text) {
        return new GuestLinkId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
