package org.careroom.cases;

import java.util.List;
import org.careroom.messaging.RoomId;

/**
 * A case as one of its admins sees it.
 *
 * @param room the case's own room, {@code admins} how many are in it, {@code unread} what the reader has not read there
 * @param lately the latest events
 */
public record CaseView(
        CaseId id,
        String workflow,
        CaseDescription description,
        List<String> stages,
        List<String> possibleTags,
        boolean open,
        RoomId room,
        long admins,
        long unread,
        List<TaskView> tasks,
        List<GroupView> groups,
        List<CaseEvent> lately) {

    public long completed() {
        return tasks.stream().filter(TaskView::complete).count();
    }
}
