package org.careroom.calls;

import java.util.List;
import org.careroom.people.Identity;
import org.careroom.shared.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The place that a call is held in, by its kind. It is looked up when needed, as places use calls themselves. */
@Component
class CallPlaces {

    private final ObjectProvider<CallPlace> places;

    CallPlaces(ObjectProvider<CallPlace> places) {
        this.places = places;
    }

    Admission admission(Identity who, CallRow call) {
        return of(call).admission(who, call.place());
    }

    PlaceView view(Identity who, CallRow call) {
        return of(call).view(who, call.place());
    }

    List<CallPanel> panels(Identity host, CallRow call) {
        return of(call).panels(host, call.place());
    }

    private CallPlace of(CallRow call) {
        return places.orderedStream()
                .filter(place -> place.kind() == call.kind())
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
