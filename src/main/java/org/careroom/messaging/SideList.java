package org.careroom.messaging;

import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;

/** The list that stands beside the pages of one kind of room, where that is not the list of rooms. */
public interface SideList extends OfRoomKind {

    /** The name of the template whose fragment {@code pane(current, list)} shows it. */
    String template();

    /**
     * The view that the fragment is given, for a person who may read the room.
     *
     * @param view which of their lists the person came from, as the page's address says; null when it does not
     */
    Object beside(Person who, Room room, @Nullable String view);

    /** A list with the template that shows it. */
    record Shown(String template, Object list) {}
}
