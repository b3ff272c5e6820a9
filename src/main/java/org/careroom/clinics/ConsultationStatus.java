package org.careroom.clinics;

/** Where a caller stands (product 6: the dashboard). */
public enum ConsultationStatus {
    /** Nobody has joined them yet. */
    WAITING,
    /** A member of the clinic is with them. */
    BEING_SEEN,
    /** Whoever was with them has left; they wait on. */
    ON_HOLD,
    /** Over: nobody comes back to it. */
    ENDED;

    boolean open() {
        return this != ENDED;
    }
}
