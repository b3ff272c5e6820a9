package org.careroom.messaging;

import java.util.List;

/**
 * One room as the page of one person shows it.
 *
 * @param readUpTo the number of the last message that the person has read
 * @param history the part of the log that is shown at first
 */
public record RoomPage(RoomState state, long readUpTo, History history) {

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
