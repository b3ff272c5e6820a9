package org.careroom.organizationchat.web;

import org.careroom.messaging.RoomId;
import org.careroom.organizationchat.AddingRequests;
import org.careroom.organizationchat.Claims;
import org.careroom.organizationchat.ConversationCare;
import org.careroom.organizationchat.Notes;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What staff do about a conversation beside writing in it, and putting it away. Each form leads back to its page (303). */
@Controller
@RequestMapping("/rooms/{id}")
class ConversationController {

    private final ConversationCare care;
    private final Claims claims;
    private final Notes notes;
    private final AddingRequests requests;

    ConversationController(ConversationCare care, Claims claims, Notes notes, AddingRequests requests) {
        this.care = care;
        this.claims = claims;
        this.notes = notes;
        this.requests = requests;
    }

    @PostMapping("/claim")
    ResponseEntity<Void> claim(Person who, @PathVariable String id) {
        claims.claim(who, RoomId.of(id));
        return back(id);
    }

    @PostMapping("/release")
    ResponseEntity<Void> release(Person who, @PathVariable String id) {
        claims.release(who, RoomId.of(id));
        return back(id);
    }

    @PostMapping("/archived")
    ResponseEntity<Void> archive(
            Person who, @PathVariable String id, @RequestParam(defaultValue = "false") boolean archived) {
        care.archive(who, RoomId.of(id), archived);
        return archived ? SeeOther.to("/chat") : back(id);
    }

    @PostMapping("/owner")
    ResponseEntity<Void> give(Person who, @PathVariable String id, @RequestParam(defaultValue = "") String owner) {
        care.give(who, RoomId.of(id), PersonId.of(owner));
        return back(id);
    }

    @PostMapping("/notes")
    ResponseEntity<Void> note(
            Person who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable String key) {
        notes.write(
                who, RoomId.of(id), key == null || key.isEmpty() ? Id.next() : Id.parse(key), note == null ? "" : note);
        return back(id);
    }

    @PostMapping("/asking")
    ResponseEntity<Void> ask(Person who, @PathVariable String id) {
        requests.ask(who, RoomId.of(id));
        return SeeOther.to("/rooms/" + id + "?details=true");
    }

    private static ResponseEntity<Void> back(String id) {
        return SeeOther.to("/rooms/" + id);
    }
}
