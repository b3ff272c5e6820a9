package org.careroom.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.support.MethodArgumentNotValidException;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Controller;

/** Answers the few frames that a page may send ({@link StompPolicy} has let them through). */
@Controller
class FramesFromPages {

    private static final Logger log = LoggerFactory.getLogger(FramesFromPages.class);

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
            arrivals.turned(connection, place.roomId());
        }
    }

    /** What is addressed well but cannot be read is refused like any other frame; the rest is no fault of the page. */
    @MessageExceptionHandler
    void failed(Exception cause, @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String socket) {
        Connection connection = connections.bySocket(socket);
        boolean unreadable =
                cause instanceof MessageConversionException || cause instanceof MethodArgumentNotValidException;
        log.warn("a page's frame failed: {}", cause.getClass().getSimpleName());
        if (connection != null && unreadable) {
            connection.refuse();
        }
    }

    /**
     * Where a page is.
     *
     * @param room the id of the room it shows and that is visible; null when none
     */
    record Place(@Nullable UUID room) {

        @Nullable
        String roomId() {
            return room == null ? null : room.toString();
        }
    }
}
