package org.careroom.calls.web;

import java.util.List;
import java.util.UUID;
import org.careroom.calls.IceServers;
import org.careroom.calls.IceServers.IceServer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Lets anybody check their camera, microphone, speaker and connection before a call. */
@Controller
class CallTestController {

    private final IceServers iceServers;

    CallTestController(IceServers iceServers) {
        this.iceServers = iceServers;
    }

    @GetMapping("/call-test")
    String page() {
        return "calls/call-test";
    }

    /** The servers that a call would use, which also shows that we can be reached. */
    @GetMapping("/call-test/servers")
    ResponseEntity<List<IceServer>> servers() {
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(iceServers.forTest("test-" + UUID.randomUUID()));
    }
}
