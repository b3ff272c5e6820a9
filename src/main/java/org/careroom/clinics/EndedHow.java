package org.careroom.clinics;

/** How a consultation came to its end. */
public enum EndedHow {
    BY_STAFF,
    BY_CALLER,
    REMOVED,
    /** The caller's browser was gone for longer than the clinic's patience. */
    ABANDONED
}
