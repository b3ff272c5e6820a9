package org.careroom.cases;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which request of a follower. */
public record RequestId(UUID value) implements Id {

    public static RequestId of(String text) {
        return new RequestId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
