package org.careroom.clinics;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which caller's place in a waiting area, and the consultation that comes of it. */
public record ConsultationId(UUID value) implements Id {

    public static ConsultationId of(String text) {
        return new ConsultationId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
