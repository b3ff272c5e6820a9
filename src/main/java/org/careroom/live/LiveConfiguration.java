package org.careroom.live;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;

/** STOMP 1.2 over a WebSocket at {@code /live}, with heartbeats of 10 s both ways and a simple broker behind it. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocketMessageBroker
class LiveConfiguration implements WebSocketMessageBrokerConfigurer {

    private static final long HEARTBEAT_MILLISECONDS = 10_000;
    private static final int LARGEST_FRAME_BYTES = 8 * 1024;
    private static final int LARGEST_BACKLOG_BYTES = 2 * 1024 * 1024;
    private static final int LONGEST_SEND_MILLISECONDS = 15_000;

    private final Handshake handshake;
    private final StompPolicy policy;
    private final Arrivals arrivals;
    private final TaskScheduler heartbeats;

    LiveConfiguration(
            Handshake handshake,
            StompPolicy policy,
            Arrivals arrivals,
            @Lazy TaskScheduler messageBrokerTaskScheduler) {
        this.handshake = handshake;
        this.policy = policy;
        this.arrivals = arrivals;
        this.heartbeats = messageBrokerTaskScheduler;
    }

    @Override
    public void registerStompEndpoints(StompEndpointRegistry registry) {
        registry.addEndpoint("/live").addInterceptors(handshake);
        registry.setPreserveReceiveOrder(true);
    }

    @Override
    public void configureMessageBroker(MessageBrokerRegistry registry) {
        registry.enableSimpleBroker("/queue")
                .setHeartbeatValue(new long[] {HEARTBEAT_MILLISECONDS, HEARTBEAT_MILLISECONDS})
                .setTaskScheduler(heartbeats);
        registry.setApplicationDestinationPrefixes("/app");
        registry.setPreservePublishOrder(true);
    }

    @Override
    public void configureClientInboundChannel(ChannelRegistration registration) {
        registration.interceptors(policy);
    }

    @Override
    public void configureWebSocketTransport(WebSocketTransportRegistration registration) {
        registration
                .setMessageSizeLimit(LARGEST_FRAME_BYTES)
                .setSendBufferSizeLimit(LARGEST_BACKLOG_BYTES)
                .setSendTimeLimit(LONGEST_SEND_MILLISECONDS)
                .addDecoratorFactory(this::noticingArrivals);
    }

    private WebSocketHandler noticingArrivals(WebSocketHandler handler) {
        return new WebSocketHandlerDecorator(handler) {
            @Override
            public void afterConnectionEstablished(WebSocketSession socket) throws Exception {
                arrivals.opened(Connection.of(socket));
                super.afterConnectionEstablished(socket);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) throws Exception {
                arrivals.closed(socket.getId());
                super.afterConnectionClosed(socket, status);
            }
        };
    }
}
