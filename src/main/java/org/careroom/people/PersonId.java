package org.careroom.people;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which person. */
public record PersonId(UUID value) implements Id {

    public static PersonId of(String text) {
        return new PersonId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
