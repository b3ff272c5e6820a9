package org.careroom.clinics;

/** What somebody may do in a clinic ({@link ClinicRules}). */
enum ClinicAction {
    /** Open the waiting area, join, notify, correct and remove callers. */
    SEE_CALLERS,
    /** Enter its meeting rooms and hand out guest links to them. */
    MEET,
    /** Look at and change settings, members and rooms. */
    ADMINISTER
}
