package org.careroom.messaging;

import java.util.List;
import org.careroom.people.Initials;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One room as the page of one person shows it.
 *
 * @param pair whether it is named after the people in it
 * @param readUpTo the number of the last message that the person has read
 * @param whyNotPost why the person cannot write here, or null when they can
 * @param history the part of the log that is shown at first
 */
public record RoomPage(
        RoomId id,
        RoomKind kind,
        String name,
        boolean pair,
        boolean open,
        boolean muted,
        long readUpTo,
        @Nullable Reason whyNotPost,
        History history) {

    public String initials() {
        return Initials.of(name);
    }

    /** The number of the first message shown; 0 when there is none. */
    public long firstShown() {
        return history.messages().isEmpty() ? 0 : history.messages().get(0).sequence();
    }

    /** The number of the last message shown; 0 when there is none. */
    public long lastShown() {
        List<MessageView> shown = history.messages();
        return shown.isEmpty() ? 0 : shown.get(shown.size() - 1).sequence();
    }
}
