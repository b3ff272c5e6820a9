package org.careroom.cases;

import java.time.Instant;
import java.util.List;

/**
 * A case in somebody's list.
 *
 * @param admin whether they are one of its admins; a follower is shown its name and their own rooms only
 * @param rooms the names of the case's rooms that they are in
 * @param unread how much they have not read in these
 */
public record CaseRow(
        CaseId id,
        String name,
        boolean admin,
        boolean open,
        String workflow,
        String unosId,
        String opo,
        String stage,
        List<String> tags,
        long tasks,
        long completed,
        List<String> rooms,
        long unread,
        Instant createdAt) {}
