package org.careroom.live;

import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What open pages say of themselves over the live connection. The module that owns rooms implements it and asks their
 * rules; a room's id comes as it was sent and may be of no room at all.
 */
public interface PageSignals {

    /** The person is writing in this room at this moment. */
    void typing(PersonId person, String room);

    /**
     * A page of the person has turned from one room to another; either is null when it showed none.
     *
     * @param left the room that it showed before
     * @param entered the room that it shows now
     */
    void moved(PersonId person, @Nullable String left, @Nullable String entered);
}
