package org.careroom.live;

import java.util.Map;
import java.util.UUID;
import org.careroom.people.PersonId;

/**
 * Passes on what the pages in a call say to each other to connect. The module that owns calls implements it and asks who is
 * seated: call and seats come as they were sent and may be none at all.
 */
public interface CallSignals {

    /**
     * @param who whose page sent it: a person's or a guest's
     * @param from the seat that the page says to have
     * @param to the seat that it is for
     * @param content what only the browsers understand
     */
    void signal(PersonId who, String call, UUID from, UUID to, Map<String, Object> content);
}
