package org.careroom.live;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

/**
 * What a browser may send over the live connection: CONNECT with the CSRF token, one SUBSCRIBE to its own queue, SEND to
 * the few destinations of typing, presence and the signals of a call. Everything else is refused with an ERROR frame, which ends the connection
 * (STOMP 1.2), and logged, without the words that were sent.
 */
@Component
class StompPolicy implements ChannelInterceptor {

    static final String OWN_QUEUE = "/user/queue/live";

    private static final Logger log = LoggerFactory.getLogger(StompPolicy.class);
    private static final Pattern SENDABLE = Pattern.compile("/app/(presence|room\\.[0-9a-f-]{36}\\.typing)");
    private static final Pattern SIGNAL = Pattern.compile("/app/call\\.[0-9a-f-]{36}\\.signal");

    /** Nothing but signals, which hold descriptions of whole sessions (RFC 8866), needs to be long. */
    private static final int LONGEST_BYTES = 7 * 1024;

    private final Connections connections;

    StompPolicy(Connections connections) {
        this.connections = connections;
    }

    @Override
    public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
        StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        String socket = frame == null ? null : frame.getSessionId();
        Connection page = socket == null ? null : connections.bySocket(socket);
        if (frame == null || page == null) {
            return isFarewell(frame) ? message : null;
        }
        if (page.isOver()) {
            return null;
        }
        if (isSignal(frame) ? page.connected() && page.takeSignal() : taken(page, message) && allowed(page, frame)) {
            return message;
        }
        log.warn("refused {} of {}", frame.getCommand(), page.person());
        page.refuse();
        return null;
    }

    /** The framework's own notice that a connection has ended, which comes when we have forgotten it. */
    private static boolean isFarewell(@Nullable StompHeaderAccessor frame) {
        return frame != null && frame.getCommand() == StompCommand.DISCONNECT;
    }

    private static boolean isSignal(StompHeaderAccessor frame) {
        String destination = frame.getDestination();
        return frame.getCommand() == StompCommand.SEND
                && destination != null
                && SIGNAL.matcher(destination).matches();
    }

    private static boolean taken(Connection page, Message<?> message) {
        boolean tooLong = message.getPayload() instanceof byte[] body && body.length > LONGEST_BYTES;
        return page.takeFrame() && !tooLong;
    }

    private static boolean allowed(Connection page, StompHeaderAccessor frame) {
        StompCommand command = frame.getCommand();
        String destination = frame.getDestination();
        if (command == null) {
            return true; // a heartbeat
        }
        return switch (command) {
            case STOMP, CONNECT -> page.connect(frame.getFirstNativeHeader("X-CSRF-TOKEN"));
            case SUBSCRIBE -> OWN_QUEUE.equals(destination) && page.subscribe(frame.getSubscriptionId());
            case UNSUBSCRIBE -> page.unsubscribe(frame.getSubscriptionId());
            case SEND ->
                page.connected()
                        && destination != null
                        && SENDABLE.matcher(destination).matches();
            case DISCONNECT -> true;
            default -> false;
        };
    }
}
