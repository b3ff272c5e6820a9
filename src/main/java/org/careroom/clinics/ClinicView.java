package org.careroom.clinics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.careroom.people.PersonId;

/**
 * A clinic's settings as its administrators see them.
 *
 * @param changedBy the name of who changed the settings last
 */
public record ClinicView(
        ClinicId id,
        String organizationName,
        ClinicDescription description,
        Map<DayOfWeek, OpeningHours.Day> hours,
        List<EntryField> fields,
        List<MemberRow> members,
        String changedBy,
        Instant changedAt) {

    /** A member of the clinic. */
    public record MemberRow(PersonId person, String name, String email, ClinicRole role) {}
}
