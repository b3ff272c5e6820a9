package org.careroom.cases;

import java.time.Instant;
import java.util.UUID;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.Value;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a case, for its timeline.
 *
 * @param task the task concerned, or null
 * @param subject what it happened to: the label of a field, the name of a task, a group, a person
 * @param before what was there before; of anything but a field plain text
 */
public record CaseEvent(
        UUID id,
        Instant at,
        PersonId by,
        String byName,
        Kind kind,
        @Nullable TaskId task,
        String subject,
        Value before,
        Value after) {

    /** What the sentence of its kind names: the subject, who did it, and what there is now. */
    public Object[] names() {
        return new Object[] {subject, byName, after.text()};
    }

    /** The key of what was asked for, of a request; empty where it was not noted. */
    public String askedKey() {
        return after.isEmpty() ? "" : RoomAction.valueOf(after.text()).key();
    }

    /** What kind of thing happened; the bundle's key is {@code case.event.<kind>}. */
    public enum Kind {
        CREATED("bi-clipboard2-plus"),
        FIELD("bi-pencil"),
        TASK_COMPLETED("bi-check2"),
        TASK_REOPENED("bi-arrow-counterclockwise"),
        DESCRIBED("bi-card-text"),
        ADMIN_ADDED("bi-person-plus"),
        ADMIN_REMOVED("bi-person-dash"),
        GROUP_MADE("bi-people"),
        GROUP_CHANGED("bi-sliders"),
        GROUP_RENAMED("bi-input-cursor-text"),
        GROUP_REMOVED("bi-trash"),
        GROUP_JOINED("bi-box-arrow-in-right"),
        GROUP_ENTERED("bi-box-arrow-in-right"),
        GROUP_LEFT("bi-box-arrow-right"),
        SUSPENDED("bi-person-slash"),
        BACK("bi-person-check"),
        FOLLOWER_ASKED("bi-envelope"),
        FOLLOWER_ACCEPTED("bi-person-check"),
        FOLLOWER_ADDED("bi-person-plus"),
        FOLLOWER_REMOVED("bi-person-dash"),
        ASKED("bi-question-lg"),
        CLOSED("bi-lock"),
        REOPENED("bi-unlock");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        /** Its Bootstrap icon's class. */
        public String icon() {
            return icon;
        }
    }
}
