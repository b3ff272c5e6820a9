package org.careroom.cases;

import java.util.List;
import org.careroom.messaging.RoomId;

/** A case as a follower sees it: its name, whether it is open, and what the groups they are in were given. */
public record FollowedCase(CaseId id, String name, boolean open, List<FollowedGroup> groups) {

    /**
     * A group that the reader follows the case by.
     *
     * @param tasks those given whole
     * @param fields those given singly
     */
    public record FollowedGroup(
            GroupId id,
            RoomId room,
            String name,
            long unread,
            boolean mayEdit,
            List<TaskView> tasks,
            List<FieldView> fields) {}
}
