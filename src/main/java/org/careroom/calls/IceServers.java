package org.careroom.calls;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The servers that a browser may use to find a way to the others, as RTCConfiguration has them (W3C WebRTC 4.2.1). */
@Component
public class IceServers {

    private static final Duration TEST = Duration.ofMinutes(2);

    private final CallSettings settings;
    private final Clock clock;

    IceServers(CallSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Servers of one kind.
     *
     * @param username null where none is needed, as the credential
     */
    public record IceServer(
            List<String> urls,
            @Nullable String username,
            @Nullable String credential) {}

    /** @param user a name that tells nothing of who it is, such as a seat's id */
    public List<IceServer> of(String user) {
        return of(user, settings.credentialLife());
    }

    /** For somebody we do not know and who only tries: the credentials last just as long as that takes. */
    public List<IceServer> forTest(String user) {
        return of(user, TEST);
    }

    private List<IceServer> of(String user, Duration life) {
        List<IceServer> servers = new ArrayList<>();
        if (!settings.stun().isEmpty()) {
            servers.add(new IceServer(texts(settings.stun()), null, null));
        }
        if (!settings.turn().isEmpty()) {
            TurnCredential credential = TurnCredential.of(clock.instant().plus(life), user, settings.turnSecret());
            servers.add(new IceServer(texts(settings.turn()), credential.username(), credential.password()));
        }
        return servers;
    }

    private static List<String> texts(List<URI> servers) {
        return servers.stream().map(URI::toString).toList();
    }
}
