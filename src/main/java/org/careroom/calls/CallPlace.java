package org.careroom.calls;

import java.util.List;
import java.util.UUID;
import org.careroom.people.Identity;

/**
 * What calls are held in; the module that owns the places of a kind implements it. It is asked within the transaction that has
 * locked the call, so it must lock nothing that is locked before a call is ended or changed ({@link Calls}).
 */
public interface CallPlace {

    PlaceKind kind();

    /** What who is asking may do there at this moment. */
    Admission admission(Identity who, UUID place);

    /** What the call's screen says of the place to this person, who may be there or was. */
    PlaceView view(Identity who, UUID place);

    /** What else hosts find among the participants, such as a guest link. */
    default List<CallPanel> panels(Identity host, UUID place) {
        return List.of();
    }
}
