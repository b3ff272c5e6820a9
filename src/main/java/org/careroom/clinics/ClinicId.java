package org.careroom.clinics;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which clinic. */
public record ClinicId(UUID value) implements Id {

    public static ClinicId of(String text) {
        return new ClinicId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
