package org.careroom.messaging.web;

import org.careroom.messaging.Reading;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.people.Person;
import org.careroom.shared.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What a person does to a room as a whole, and how they want it. Each form leads back to a page (303). */
@Controller
@RequestMapping("/rooms/{id}")
class RoomLifeController {

    private final RoomLife life;
    private final Reading reading;
    private final RoomInvitations invitations;
    private final Rooms rooms;

    RoomLifeController(RoomLife life, Reading reading, RoomInvitations invitations, Rooms rooms) {
        this.rooms = rooms;
        this.life = life;
        this.reading = reading;
        this.invitations = invitations;
    }

    @PostMapping("/leave")
    ResponseEntity<Void> leave(Person who, @PathVariable String id) {
        String list = list(who, id);
        life.leave(who, RoomId.of(id));
        return SeeOther.to(list);
    }

    @PostMapping("/close")
    ResponseEntity<Void> close(Person who, @PathVariable String id) {
        life.close(who, RoomId.of(id));
        return SeeOther.to("/rooms/" + id);
    }

    @PostMapping("/reopen")
    ResponseEntity<Void> reopen(Person who, @PathVariable String id) {
        life.reopen(who, RoomId.of(id));
        return SeeOther.to("/rooms/" + id);
    }

    @PostMapping("/name")
    ResponseEntity<Void> rename(
            Person who, @PathVariable String id, @RequestParam(required = false) @Nullable String name) {
        life.rename(who, RoomId.of(id), name == null ? "" : name);
        return SeeOther.to("/rooms/" + id);
    }

    @PostMapping("/muted")
    ResponseEntity<Void> mute(
            Person who, @PathVariable String id, @RequestParam(defaultValue = "false") boolean muted) {
        reading.mute(who, RoomId.of(id), muted);
        return SeeOther.to("/rooms/" + id);
    }

    /** The page has shown the messages up to this number. */
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Person who, @PathVariable String id, @RequestParam long upTo) {
        reading.readUpTo(who, RoomId.of(id), upTo);
    }

    /** The same, said by the person on a page without JavaScript. */
    @PostMapping(path = "/read", params = "said")
    ResponseEntity<Void> readAndReturn(Person who, @PathVariable String id, @RequestParam long upTo) {
        reading.readUpTo(who, RoomId.of(id), upTo);
        return SeeOther.to("/rooms/" + id);
    }

    /** From a message on; without one, only the last. */
    @PostMapping("/unread")
    ResponseEntity<Void> unread(
            Person who, @PathVariable String id, @RequestParam(required = false) @Nullable Long from) {
        reading.unreadFrom(who, RoomId.of(id), from == null ? Long.MAX_VALUE : from);
        return SeeOther.to(list(who, id));
    }

    @PostMapping("/accept")
    ResponseEntity<Void> accept(Person who, @PathVariable String id) {
        invitations.accept(who, RoomId.of(id));
        return SeeOther.to("/rooms/" + id);
    }

    @PostMapping("/decline")
    ResponseEntity<Void> decline(Person who, @PathVariable String id) {
        invitations.decline(who, RoomId.of(id));
        return SeeOther.to("/rooms");
    }

    /** The list that the room stands in. */
    private String list(Person who, String id) {
        return "/" + rooms.kind(who, RoomId.of(id)).list();
    }
}
