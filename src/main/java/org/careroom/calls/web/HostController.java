package org.careroom.calls.web;

import org.careroom.calls.CallHosting;
import org.careroom.calls.CallId;
import org.careroom.calls.SeatId;
import org.careroom.people.Identity;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What hosts do in a call. */
@RestController
@RequestMapping("/calls/{id}")
@ResponseStatus(HttpStatus.NO_CONTENT)
class HostController {

    private final CallHosting hosting;

    HostController(CallHosting hosting) {
        this.hosting = hosting;
    }

    @PostMapping("/seat/{seat}/admit")
    void admit(Identity who, @PathVariable String id, @PathVariable String seat) {
        hosting.admit(who, CallId.of(id), SeatId.of(seat));
    }

    @PostMapping("/seat/{seat}/turn-away")
    void turnAway(Identity who, @PathVariable String id, @PathVariable String seat) {
        hosting.turnAway(who, CallId.of(id), SeatId.of(seat));
    }

    @PostMapping("/seat/{seat}/mute")
    void mute(Identity who, @PathVariable String id, @PathVariable String seat) {
        hosting.mute(who, CallId.of(id), SeatId.of(seat));
    }

    @PostMapping("/seat/{seat}/disconnect")
    void disconnect(Identity who, @PathVariable String id, @PathVariable String seat) {
        hosting.disconnect(who, CallId.of(id), SeatId.of(seat));
    }

    @PostMapping("/lock")
    void lock(Identity who, @PathVariable String id) {
        hosting.lock(who, CallId.of(id), true);
    }

    @PostMapping("/unlock")
    void unlock(Identity who, @PathVariable String id) {
        hosting.lock(who, CallId.of(id), false);
    }

    @PostMapping("/end")
    void end(Identity who, @PathVariable String id) {
        hosting.end(who, CallId.of(id));
    }
}
