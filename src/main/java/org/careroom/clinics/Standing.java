package org.careroom.clinics;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a consultation stands at the moment it is read, to decide by. It is no entity: one that was read without its lock would be
 * what a later lock in the same transaction finds, however much has been committed in between.
 *
 * @param joinedInto in whose call the caller is as well; null when in none but their own
 */
record Standing(
        UUID id,
        UUID clinicId,
        UUID guestId,
        ConsultationStatus status,
        @Nullable UUID joinedInto,
        String firstName,
        String lastName) {

    boolean isOpen() {
        return status.open();
    }

    /** The caller's name; empty when it is erased. */
    String name() {
        return new Caller(firstName, lastName, "").name();
    }
}
