package org.careroom.calls.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.careroom.calls.IceServers;
import org.careroom.calls.IceServers.IceServer;
import org.careroom.people.AttemptLimit;
import org.careroom.people.ClientAddress;
import org.careroom.shared.Digest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Lets anybody check their camera, microphone, speaker and connection before a call. */
@Controller
class CallTestController {

    private static final int AT_ONCE = 120;
    private static final Duration THEN_ONE_IN = Duration.ofSeconds(5);

    private final IceServers iceServers;
    private final ClientAddress address;
    private final AttemptLimit asked;

    CallTestController(IceServers iceServers, ClientAddress address, Clock clock) {
        this.iceServers = iceServers;
        this.address = address;
        this.asked = new AttemptLimit(AT_ONCE, THEN_ONE_IN, clock);
    }

    @GetMapping("/call-test")
    String page() {
        return "calls/call-test";
    }

    /**
     * The servers that a call would use, which also shows that we can be reached. All who ask from one address are one user to
     * the relay, whose quota for a user keeps strangers from using it up.
     */
    @GetMapping("/call-test/servers")
    ResponseEntity<List<IceServer>> servers(HttpServletRequest request) {
        String from = address.of(request);
        asked.attempt(from);
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(iceServers.forTest("test-" + Digest.of(from)));
    }
}
