package org.careroom.clinics;

/** What a member of a clinic is there (product 6). */
public enum ClinicRole {
    /** Sees callers, and looks after the clinic's settings, members and rooms. */
    ADMINISTRATOR,
    /** Sees callers. */
    TEAM_MEMBER
}
