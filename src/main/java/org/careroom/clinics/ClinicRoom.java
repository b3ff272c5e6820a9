package org.careroom.clinics;

import org.careroom.calls.PlaceKind;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A meeting room or a user room.
 *
 * @param kind {@link PlaceKind#MEETING_ROOM} or {@link PlaceKind#USER_ROOM}
 * @param name a user room's is that of its user
 * @param owner whose user room it is; null for a meeting room
 * @param knocks whether guests have to be let in
 */
record ClinicRoom(
        ClinicRoomId id,
        ClinicId clinic,
        PlaceKind kind,
        String name,
        @Nullable PersonId owner,
        boolean knocks) {

    boolean isMeetingRoom() {
        return kind == PlaceKind.MEETING_ROOM;
    }
}
