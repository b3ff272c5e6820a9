package org.careroom.clinics;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which meeting room or user room. */
public record ClinicRoomId(UUID value) implements Id {

    public static ClinicRoomId of(String text) {
        return new ClinicRoomId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
