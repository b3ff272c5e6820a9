package org.careroom.organizations;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which membership, also of somebody invited who has no account yet. */
public record MemberId(UUID value) implements Id {

    public static MemberId of(String text) {
        return new MemberId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
