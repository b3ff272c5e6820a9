package org.careroom.messaging;

import java.util.List;
import java.util.Set;
import org.careroom.people.PersonId;

/**
 * The details panel of a room for one person.
 *
 * @param takesPart whether the person is in the room
 * @param reader the person
 * @param allowed what they may do
 * @param refusals what they cannot do, and why
 * @param people who is in the room, by name
 * @param invited who was asked and has not accepted yet
 * @param template the template of what the room's kind adds
 * @param details the view that this template shows
 */
public record RoomPanel(
        RoomId id,
        RoomKind kind,
        String name,
        boolean open,
        boolean takesPart,
        boolean muted,
        PersonId reader,
        Set<RoomAction> allowed,
        List<RefusalView> refusals,
        List<ParticipantView> people,
        List<ParticipantView> invited,
        String template,
        Object details) {

    private static final int MOST_MANAGERS = 4;

    /** The names of those who manage the room, of many the first {@value #MOST_MANAGERS}. */
    public List<String> managers() {
        return people.stream()
                .filter(ParticipantView::manager)
                .map(ParticipantView::name)
                .limit(MOST_MANAGERS)
                .toList();
    }

    /** Whether the person may do it, by the name of the {@link RoomAction}. */
    public boolean may(String action) {
        return allowed.contains(RoomAction.valueOf(action));
    }
}
