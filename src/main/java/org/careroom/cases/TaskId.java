package org.careroom.cases;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which task of a case. */
public record TaskId(UUID value) implements Id {

    public static TaskId of(String text) {
        return new TaskId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
