package org.careroom.live;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.web.socket.messaging.StompSubProtocolErrorHandler;

/** Answers what is not STOMP at all, or larger than we take, with an ERROR frame that tells nothing of our inside. */
class StompErrors extends StompSubProtocolErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(StompErrors.class);
    private static final byte[] NOTHING = {};

    @Override
    public Message<byte[]> handleClientMessageProcessingError(@Nullable Message<byte[]> message, Throwable cause) {
        log.warn("refused what is no frame: {}", cause.getClass().getSimpleName());
        StompHeaderAccessor error = StompHeaderAccessor.create(StompCommand.ERROR);
        error.setMessage("malformed");
        error.setLeaveMutable(true);
        return MessageBuilder.createMessage(NOTHING, error.getMessageHeaders());
    }
}
