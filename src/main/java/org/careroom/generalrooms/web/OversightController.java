package org.careroom.generalrooms.web;

import org.careroom.generalrooms.Oversight;
import org.careroom.messaging.RoomId;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The settings page on which an organization's admins look after its group rooms. */
@Controller
@RequestMapping("/settings/rooms")
class OversightController {

    private final Oversight oversight;

    OversightController(Oversight oversight) {
        this.oversight = oversight;
    }

    @GetMapping
    String list(Person who, @RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("rooms", oversight.list(who, after));
        return "generalrooms/oversight";
    }

    @GetMapping("/{id}")
    String room(Person who, @PathVariable String id, Model model) {
        model.addAttribute("room", oversight.room(who, RoomId.of(id)));
        return "generalrooms/overseen-room";
    }

    @PostMapping("/{id}/remove")
    ResponseEntity<Void> remove(Person who, @PathVariable String id, @RequestParam String person) {
        oversight.remove(who, RoomId.of(id), PersonId.of(person));
        return back(id);
    }

    @PostMapping("/{id}/close")
    ResponseEntity<Void> close(Person who, @PathVariable String id) {
        oversight.close(who, RoomId.of(id));
        return back(id);
    }

    private static ResponseEntity<Void> back(String id) {
        return SeeOther.to("/settings/rooms/" + id);
    }
}
