package org.careroom.calls;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which call. */
public record CallId(UUID value) implements Id {

    /** @throws org.careroom.shared.NotFound when it is none */
    public static CallId of(String text) {
        return new CallId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
