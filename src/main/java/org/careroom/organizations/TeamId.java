package org.careroom.organizations;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which team. */
public record TeamId(UUID value) implements Id {

    public static TeamId of(String text) {
        return new TeamId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
