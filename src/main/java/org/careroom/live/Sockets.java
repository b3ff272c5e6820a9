package org.careroom.live;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;

/** Stands between the WebSockets and what reads STOMP from them: notes who comes and goes, and lets nobody flood us. */
class Sockets extends WebSocketHandlerDecorator {

    private static final Logger log = LoggerFactory.getLogger(Sockets.class);

    private final Connections connections;
    private final Arrivals arrivals;
    private final Clock clock;

    Sockets(WebSocketHandler stomp, Connections connections, Arrivals arrivals, Clock clock) {
        super(stomp);
        this.connections = connections;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) throws Exception {
        Outbox outbox = new Outbox(socket);
        if (arrivals.opened(new Connection(outbox, clock.instant()))) {
            super.afterConnectionEstablished(outbox);
        } else {
            outbox.close(CloseStatus.POLICY_VIOLATION);
        }
    }

    @Override
    public void handleMessage(WebSocketSession socket, WebSocketMessage<?> message) throws Exception {
        Connection connection = connections.bySocket(socket.getId());
        if (connection == null || connection.isOver()) {
            return;
        }
        if (connection.takePiece()) {
            super.handleMessage(socket, message);
        } else {
            log.warn("refused too much at once of {}", connection.person());
            connection.refuse();
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) throws Exception {
        arrivals.closed(socket.getId());
        super.afterConnectionClosed(socket, status);
    }

    /** Large messages come in pieces, so that what is too large for STOMP is refused by an ERROR frame as well. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }
}
