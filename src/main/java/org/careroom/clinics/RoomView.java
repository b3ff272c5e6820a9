package org.careroom.clinics;

import java.time.Instant;
import java.util.List;

/**
 * A meeting room or a user room as somebody sees it who may enter it.
 *
 * @param slug the clinic's
 * @param meetingRoom whether it is one; else it is a user room
 * @param inside how many are in it at this moment
 * @param knocking how many knock
 * @param knocks whether guests have to be let in
 * @param administers whether who looks may rename and remove it
 * @param links that are worth something, the last first
 */
public record RoomView(
        ClinicRoomId id,
        ClinicId clinic,
        String slug,
        String clinicName,
        String name,
        boolean meetingRoom,
        int inside,
        int knocking,
        boolean knocks,
        boolean administers,
        List<LinkRow> links) {

    /**
     * A guest link; its secret is not kept.
     *
     * @param number which of the room's it is, counted from the first that there ever was
     * @param guests what those who came by it said to be called
     */
    public record LinkRow(
            GuestLinkId id, int number, String by, Instant since, Instant expiresAt, List<String> guests) {}
}
