package org.careroom.live;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Controller;

/** Answers the few frames that a page may send ({@link StompPolicy} has let them through). */
@Controller
class FramesFromPages {

    private final Connections connections;
    private final Arrivals arrivals;
    private final ObjectProvider<PageSignals> signals;

    FramesFromPages(Connections connections, Arrivals arrivals, ObjectProvider<PageSignals> signals) {
        this.connections = connections;
        this.arrivals = arrivals;
        this.signals = signals;
    }

    @MessageMapping("/room.{room}.typing")
    void typing(@DestinationVariable String room, @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String socket) {
        Connection connection = connections.bySocket(socket);
        if (connection != null) {
            signals.forEach(listener -> listener.typing(connection.person(), room));
        }
    }

    @MessageMapping("/presence")
    void presence(Place place, @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String socket) {
        Connection connection = connections.bySocket(socket);
        if (connection != null) {
            arrivals.turned(connection, place.room());
        }
    }

    /**
     * Where a page is.
     *
     * @param room the id of the room it shows and that is visible; null when none
     */
    record Place(@Nullable String room) {}
}
