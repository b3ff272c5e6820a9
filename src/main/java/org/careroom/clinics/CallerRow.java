package org.careroom.clinics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caller on the dashboard (product 6).
 *
 * @param statusSince since when they are where they are
 * @param awayAt since when their browser is gone; null while it is there
 * @param keptUntil until when their place is kept while it is gone
 * @param seenWith the names of the members who are with them, or were last
 * @param note of the staff, never shown to the caller
 * @param notices how many texts were sent to their screen
 * @param answers to the clinic's own fields, in their order
 * @param changed the number of the last change in the waiting area that concerned them
 */
public record CallerRow(
        ConsultationId id,
        ConsultationStatus status,
        String firstName,
        String lastName,
        String phone,
        Instant arrivedAt,
        Instant statusSince,
        @Nullable Instant awayAt,
        @Nullable Instant keptUntil,
        String seenWith,
        String note,
        int notices,
        List<Answer> answers,
        long changed) {

    /** An answer to one of the clinic's fields, as it was asked. */
    public record Answer(String label, EntryField.Kind kind, String value) {}

    public String name() {
        return (firstName + " " + lastName).strip();
    }

    public boolean isOpen() {
        return status.open();
    }

    public boolean isAway() {
        return awayAt != null;
    }

    /** Waiting, being seen, on hold: in this order on the page, those who were there first at the top. */
    public String state() {
        return isAway() && status != ConsultationStatus.BEING_SEEN ? "AWAY" : status.name();
    }
}
