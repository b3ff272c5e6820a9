package org.careroom.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careroom.messaging.RoomAction;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the panel of a case's rooms shows of the case.
 *
 * @param admin whether the reader is an admin of the case
 * @param jobRoles what people do in the case's organization
 * @param asked what the reader has asked the admins for in this room and nobody has answered
 * @param otherAdmins the names of the case's admins who are not in the room
 * @param requests those that followers have open, in the room of the admins
 */
public record CasePanel(
        CaseId id,
        String name,
        boolean admin,
        Map<PersonId, String> jobRoles,
        Set<RoomAction> asked,
        List<String> otherAdmins,
        List<CaseRequests.Open> requests) {

    public @Nullable String jobRole(PersonId person) {
        return jobRoles.get(person);
    }
}
