package org.careroom.cases;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which case. */
public record CaseId(UUID value) implements Id {

    public static CaseId of(String text) {
        return new CaseId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
