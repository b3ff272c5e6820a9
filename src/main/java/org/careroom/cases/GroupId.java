package org.careroom.cases;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which follower group. */
public record GroupId(UUID value) implements Id {

    public static GroupId of(String text) {
        return new GroupId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
