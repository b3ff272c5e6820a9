package org.careroom.clinics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of their own place, and of nothing else.
 *
 * @param form the key of the form by which they entered
 * @param guest as whom their pages ask
 * @param position their place in the queue: 1 is next; null when the clinic does not show it, or they do not wait
 * @param notices what the clinic has told them, the last first
 * @param call where they are called in; null while they wait
 * @param onHold whether somebody was with them and has left
 */
public record WaitingView(
        ConsultationId consultation,
        UUID form,
        UUID guest,
        String firstName,
        Instant arrivedAt,
        @Nullable Integer position,
        List<Notice> notices,
        @Nullable String call,
        boolean onHold) {

    /** A text from the clinic. */
    public record Notice(int number, String body, Instant sentAt) {}
}
