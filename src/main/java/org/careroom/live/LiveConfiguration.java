package org.careroom.live;

import java.net.URI;
import java.time.Clock;
import org.careroom.people.PublicLinks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** STOMP 1.2 over a WebSocket at {@code /live}, with heartbeats of 10 s both ways and a simple broker behind it. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocketMessageBroker
class LiveConfiguration implements WebSocketMessageBrokerConfigurer {

    private static final long HEARTBEAT_MILLISECONDS = 10_000;
    private static final int LARGEST_FRAME_BYTES = 64 * 1024;
    private static final int READ_AT_ONCE_BYTES = 2 * 1024;
    private static final int READERS = 4;
    private static final int LONGEST_READERS_QUEUE = 10_000;

    private final Handshake handshake;
    private final StompPolicy policy;
    private final Connections connections;
    private final Arrivals arrivals;
    private final PublicLinks links;
    private final Clock clock;
    private final TaskScheduler heartbeats;

    LiveConfiguration(
            Handshake handshake,
            StompPolicy policy,
            Connections connections,
            Arrivals arrivals,
            PublicLinks links,
            Clock clock,
            @Lazy TaskScheduler messageBrokerTaskScheduler) {
        this.handshake = handshake;
        this.policy = policy;
        this.connections = connections;
        this.arrivals = arrivals;
        this.links = links;
        this.clock = clock;
        this.heartbeats = messageBrokerTaskScheduler;
    }

    /**
     * The Origin has to be our own, by the request's own address or, behind a proxy, by {@code careroom.public-url}
     * (RFC 6455, 10.2; OWASP ASVS 5.0, 4.4.2). Without one it is no browser (RFC 6455, 4.1: browsers must send it), so
     * nobody was lured here; a script may come in, with a session and a token as everybody.
     */
    @Override
    public void registerStompEndpoints(StompEndpointRegistry registry) {
        registry.addEndpoint("/live")
                .setHandshakeHandler(new DefaultHandshakeHandler(new PlainUpgrade()))
                .addInterceptors(handshake)
                .setAllowedOrigins(publicOrigin());
        registry.setPreserveReceiveOrder(true);
        registry.setErrorHandler(new StompErrors());
    }

    private String publicOrigin() {
        URI address = URI.create(links.to("/"));
        return address.getScheme() + "://" + address.getAuthority();
    }

    @Override
    public void configureMessageBroker(MessageBrokerRegistry registry) {
        registry.enableSimpleBroker("/queue")
                .setHeartbeatValue(new long[] {HEARTBEAT_MILLISECONDS, HEARTBEAT_MILLISECONDS})
                .setTaskScheduler(heartbeats);
        registry.setApplicationDestinationPrefixes("/app");
    }

    /** What pages send is little, but each item asks the database; one page's are taken in their order. */
    @Override
    public void configureClientInboundChannel(ChannelRegistration registration) {
        ThreadPoolTaskExecutor readers = new ThreadPoolTaskExecutor();
        readers.setThreadNamePrefix("live-in-");
        readers.setCorePoolSize(READERS);
        readers.setQueueCapacity(LONGEST_READERS_QUEUE);
        registration.executor(readers).interceptors(policy);
    }

    /** Writing never waits ({@link Outbox}), so whoever has news writes it: the thread of {@link OneNodeBus}, in its order. */
    @Override
    public void configureClientOutboundChannel(ChannelRegistration registration) {
        registration.executor(new SyncTaskExecutor());
    }

    @Override
    public void configureWebSocketTransport(WebSocketTransportRegistration registration) {
        registration
                .setMessageSizeLimit(LARGEST_FRAME_BYTES)
                .addDecoratorFactory(stomp -> new Sockets(stomp, connections, arrivals, clock));
    }

    /** Each connection holds buffers of this size, and larger messages come in pieces. */
    @Bean
    ServletServerContainerFactoryBean webSocketContainer() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(READ_AT_ONCE_BYTES);
        container.setMaxBinaryMessageBufferSize(READ_AT_ONCE_BYTES);
        return container;
    }
}
