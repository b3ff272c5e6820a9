package org.careroom.clinics;

import org.careroom.people.PersonId;

/** Who may enter a meeting room or a user room by being signed in (product 6); others come by a guest link. */
final class RoomRules {

    private RoomRules() {}

    /**
     * Meeting rooms are for the members of the clinic, a user room for its user alone, while they are a member.
     *
     * @param asker as the clinic's rules see the person
     */
    static boolean enters(ClinicRules.Asker asker, PersonId person, ClinicRoom room) {
        boolean member = ClinicRules.refusal(ClinicAction.MEET, asker) == null;
        return member && (room.isMeetingRoom() || person.equals(room.owner()));
    }
}
