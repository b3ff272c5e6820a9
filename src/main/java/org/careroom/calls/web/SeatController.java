package org.careroom.calls.web;

import java.util.List;
import java.util.Map;
import org.careroom.calls.CallId;
import org.careroom.calls.CallSeats;
import org.careroom.calls.Devices;
import org.careroom.calls.Elsewhere;
import org.careroom.calls.IceServers;
import org.careroom.calls.IceServers.IceServer;
import org.careroom.calls.SeatId;
import org.careroom.calls.SeatState;
import org.careroom.calls.SeatView;
import org.careroom.people.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A page's seat in a call: taking it, being there, giving it up. */
@RestController
@RequestMapping("/calls/{id}/seat")
class SeatController {

    private final CallSeats seats;
    private final CallLimit limit;
    private final IceServers iceServers;

    SeatController(CallSeats seats, CallLimit limit, IceServers iceServers) {
        this.seats = seats;
        this.limit = limit;
        this.iceServers = iceServers;
    }

    @PostMapping
    ResponseEntity<SeatJson> enter(
            Identity who, @PathVariable String id, @RequestParam(defaultValue = "false") boolean takeOver) {
        limit.attempt(who);
        return ResponseEntity.status(HttpStatus.CREATED).body(json(seats.enter(who, CallId.of(id), takeOver), true));
    }

    /** @param ice whether new credentials for relays are wanted */
    @PostMapping("/{seat}/here")
    SeatJson here(
            Identity who,
            @PathVariable String id,
            @PathVariable String seat,
            @RequestParam(defaultValue = "false") boolean muted,
            @RequestParam(defaultValue = "false") boolean cameraOff,
            @RequestParam(defaultValue = "false") boolean sharing,
            @RequestParam(defaultValue = "false") boolean ice) {
        limit.attempt(who);
        Devices devices = new Devices(muted, cameraOff, sharing);
        return json(seats.here(who, CallId.of(id), SeatId.of(seat), devices), ice);
    }

    @PostMapping("/{seat}/away")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void away(Identity who, @PathVariable String id, @PathVariable String seat) {
        seats.away(who, CallId.of(id), SeatId.of(seat));
    }

    @PostMapping("/{seat}/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Identity who, @PathVariable String id, @PathVariable String seat) {
        seats.leave(who, CallId.of(id), SeatId.of(seat));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> elsewhere(Elsewhere elsewhere) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("error", "elsewhere"));
    }

    /** Whoever is not seated needs no way to the others, and gets no credentials. */
    private SeatJson json(SeatView view, boolean ice) {
        boolean given = ice && !view.ended() && view.state() == SeatState.SEATED;
        @Nullable List<IceServer> servers = given ? iceServers.of(view.seat().toString()) : null;
        return SeatJson.of(view, servers);
    }
}
