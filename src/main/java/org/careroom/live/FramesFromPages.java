package org.careroom.live;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
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
import org.springframework.validation.annotation.Validated;

/** Answers the few frames that a page may send ({@link StompPolicy} has let them through). */
@Controller
class FramesFromPages {

    private static final Logger log = LoggerFactory.getLogger(FramesFromPages.class);

    private final Connections connections;
    private final Arrivals arrivals;
    private final ObjectProvider<PageSignals> signals;
    private final ObjectProvider<CallSignals> calls;

    FramesFromPages(
            Connections connections,
            Arrivals arrivals,
            ObjectProvider<PageSignals> signals,
            ObjectProvider<CallSignals> calls) {
        this.connections = connections;
        this.arrivals = arrivals;
        this.signals = signals;
        this.calls = calls;
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

    @MessageMapping("/call.{call}.signal")
    void signal(
            @DestinationVariable String call,
            @Validated Signal signal,
            @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String socket) {
        Connection connection = connections.bySocket(socket);
        if (connection != null) {
            calls.forEach(
                    relay -> relay.signal(connection.person(), call, signal.from(), signal.to(), signal.content()));
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
     * What one seat of a call says to another's page.
     *
     * @param content a description or candidates, which only the browsers understand
     */
    record Signal(
            @NotNull UUID from, @NotNull UUID to, @NotNull Map<String, Object> content) {}

    /**
     * Where a page is.
     *
     * @param room the id of the room it shows and that is visible, or of the waiting place or call that it is in; null when none
     */
    record Place(@Nullable UUID room) {

        @Nullable
        String roomId() {
            return room == null ? null : room.toString();
        }
    }
}
