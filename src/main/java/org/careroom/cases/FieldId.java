package org.careroom.cases;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which field of a case. */
public record FieldId(UUID value) implements Id {

    public static FieldId of(String text) {
        return new FieldId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
