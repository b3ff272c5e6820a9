package org.careroom.live;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

/**
 * What a browser may send over the live connection: CONNECT with the CSRF token, SUBSCRIBE to its own queue, SEND to the
 * few destinations of typing and presence. Everything else is refused with an ERROR frame, which ends the connection
 * (STOMP 1.2), and logged.
 */
@Component
class StompPolicy implements ChannelInterceptor {

    static final String OWN_QUEUE = "/user/queue/live";

    private static final Logger log = LoggerFactory.getLogger(StompPolicy.class);
    private static final Pattern SENDABLE = Pattern.compile("/app/(presence|room\\.[0-9a-f-]{36}\\.typing)");
    private static final byte[] NOTHING = {};

    private final MessageChannel toBrowsers;
    private final SignalLimits limits;

    StompPolicy(@Lazy MessageChannel clientOutboundChannel, SignalLimits limits) {
        this.toBrowsers = clientOutboundChannel;
        this.limits = limits;
    }

    @Override
    public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
        StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        if (frame == null || frame.getCommand() == null) {
            return message; // a heartbeat, or the framework's own notice that a connection has ended
        }
        if (allowed(frame.getCommand(), frame)) {
            return message;
        }
        refuse(frame);
        return null;
    }

    private boolean allowed(StompCommand command, StompHeaderAccessor frame) {
        return switch (command) {
            case STOMP, CONNECT -> hasCsrfToken(frame);
            case SUBSCRIBE -> OWN_QUEUE.equals(frame.getDestination());
            case SEND ->
                frame.getDestination() != null
                        && SENDABLE.matcher(frame.getDestination()).matches()
                        && limits.take(frame);
            case UNSUBSCRIBE, DISCONNECT -> true;
            default -> false;
        };
    }

    private static boolean hasCsrfToken(StompHeaderAccessor frame) {
        Map<String, Object> noted = frame.getSessionAttributes();
        String sent = frame.getFirstNativeHeader("X-CSRF-TOKEN");
        return noted != null && sent != null && MaskedToken.matches((String) noted.get(Handshake.CSRF_TOKEN), sent);
    }

    private void refuse(StompHeaderAccessor frame) {
        log.warn(
                "refused {} to {} of {}",
                frame.getCommand(),
                frame.getDestination(),
                frame.getUser() == null ? "nobody" : frame.getUser().getName());
        StompHeaderAccessor error = StompHeaderAccessor.create(StompCommand.ERROR);
        error.setSessionId(frame.getSessionId());
        error.setMessage("refused");
        toBrowsers.send(MessageBuilder.createMessage(NOTHING, error.getMessageHeaders()));
    }
}
