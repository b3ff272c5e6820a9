package org.careroom.calls;

import org.careroom.people.PersonId;

/**
 * Somebody in a call.
 *
 * @param id a person's or a guest's
 * @param seated false while they are on hold
 */
public record Attendee(PersonId id, String name, boolean host, boolean seated) {}
