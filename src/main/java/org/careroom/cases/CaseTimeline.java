package org.careroom.cases;

import java.util.List;
import java.util.UUID;
import org.careroom.people.Person;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened in a case, for its admins. */
@Service
@Transactional(readOnly = true)
public class CaseTimeline {

    private final CaseDoor door;
    private final CaseLog log;

    CaseTimeline(CaseDoor door, CaseLog log) {
        this.door = door;
        this.log = log;
    }

    /**
     * The events, latest first.
     *
     * @param task only those of this task, or null
     * @param before the id of the last event of the page before, or null
     * @throws org.careroom.shared.Refused when the person only follows the case
     */
    public Slice<CaseEvent> of(
            Person who, CaseId id, @Nullable TaskId task, List<CaseEvent.Kind> kinds, @Nullable UUID before) {
        return log.of(door.lookAsAdmin(who, id).id(), task, kinds, before);
    }
}
