package org.careroom.calls;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The servers by which browsers find a way to each other; without any they meet only inside one network.
 *
 * @param stun addresses of STUN servers, such as {@code stun:turn.example.org:3478} (RFC 7064)
 * @param turn addresses of TURN servers, such as {@code turns:turn.example.org:5349} (RFC 7065)
 * @param turnSecret what these servers and we share, as coturn's {@code static-auth-secret}
 * @param credentialLife how long a browser may ask a TURN server for a new relay
 */
@ConfigurationProperties("careroom.calls")
record CallSettings(
        @DefaultValue List<URI> stun,
        @DefaultValue List<URI> turn,
        @DefaultValue("") String turnSecret,
        @DefaultValue("1h") Duration credentialLife) {

    CallSettings {
        require(stun, List.of("stun", "stuns"), "careroom.calls.stun");
        require(turn, List.of("turn", "turns"), "careroom.calls.turn");
        if (turn.isEmpty() != turnSecret.isEmpty()) {
            throw new IllegalArgumentException(
                    "careroom.calls.turn needs careroom.calls.turn-secret, and the other way round");
        }
        if (credentialLife.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("careroom.calls.credential-life is too short: " + credentialLife);
        }
    }

    private static void require(List<URI> servers, List<String> schemes, String setting) {
        servers.stream()
                .filter(server -> !schemes.contains(String.valueOf(server.getScheme())))
                .findFirst()
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException(setting + " begins with one of " + schemes + ": " + wrong);
                });
    }
}
