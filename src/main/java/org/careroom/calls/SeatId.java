package org.careroom.calls;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which seat of a call; later seats have greater ids, by which two pages agree on who of them offers to connect. */
public record SeatId(UUID value) implements Id {

    /** @throws org.careroom.shared.NotFound when it is none */
    public static SeatId of(String text) {
        return new SeatId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
