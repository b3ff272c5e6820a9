package org.careroom.calls;

import java.time.Instant;
import java.util.Map;

/**
 * Something said in a call's chat, which is kept for as long as the call goes on.
 *
 * @param sequence counts 1, 2, 3 … in a call
 * @param name what its writer was called when they wrote it
 */
public record ChatMessage(long sequence, SeatId seat, String name, String body, Instant sentAt) {

    Map<String, Object> told() {
        return Map.of(
                "sequence", sequence, "seat", seat.toString(), "name", name, "body", body, "sentAt", sentAt.toString());
    }
}
