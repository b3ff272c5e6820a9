package org.careroom.messaging;

import java.util.List;
import java.util.Set;
import org.careroom.people.Initials;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One room as the page of one person shows it.
 *
 * @param readUpTo the number of the last message that the person has read
 * @param allowed what the person may do
 * @param refusals what they cannot do, and why
 * @param history the part of the log that is shown at first
 */
public record RoomPage(
        RoomId id,
        RoomKind kind,
        String name,
        boolean named,
        boolean open,
        boolean muted,
        long readUpTo,
        PersonId reader,
        Set<RoomAction> allowed,
        List<RefusalView> refusals,
        List<ParticipantView> people,
        List<ParticipantView> invited,
        History history) {

    public String initials() {
        return Initials.of(name);
    }

    public boolean may(RoomAction action) {
        return allowed.contains(action);
    }

    /** For templates, which know actions by name. */
    public boolean may(String action) {
        return allowed.contains(RoomAction.valueOf(action));
    }

    /** Why the person cannot write here, or null when they can. */
    public @Nullable RefusalView whyNotPost() {
        return refusals.stream()
                .filter(refusal -> refusal.action() == RoomAction.POST)
                .findFirst()
                .orElse(null);
    }

    public long firstShown() {
        return history.messages().isEmpty() ? 0 : history.messages().get(0).sequence();
    }

    public long lastShown() {
        List<MessageView> shown = history.messages();
        return shown.isEmpty() ? 0 : shown.get(shown.size() - 1).sequence();
    }
}
