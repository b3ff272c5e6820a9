package org.careroom.messaging;

import java.util.Optional;
import org.careroom.shared.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The host of each kind of room. */
@Component
class RoomHosts {

    private final ObjectProvider<RoomHost> hosts;

    RoomHosts(ObjectProvider<RoomHost> hosts) {
        this.hosts = hosts;
    }

    /** Empty for a kind whose people are not changed in its rooms. */
    Optional<RoomHost> find(RoomKind kind) {
        return OfRoomKind.find(hosts, kind);
    }

    RoomHost of(RoomKind kind) {
        return find(kind).orElseThrow(NotFound::new);
    }
}
