package org.careroom.messaging.web;

import java.util.List;
import java.util.UUID;
import org.careroom.messaging.PeopleAdded;
import org.careroom.messaging.RoomGuests;
import org.careroom.messaging.RoomId;
import org.careroom.people.EmailAddress;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.careroom.shared.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who is in a room of any kind; the module of its kind sees to it. */
@Controller
class RoomGuestsController {

    private final RoomGuests guests;

    RoomGuestsController(RoomGuests guests) {
        this.guests = guests;
    }

    /** Goes on to the room, or first to the links for those who have no account, which are told only once. */
    @PostMapping("/rooms/{id}/people")
    ModelAndView people(Person who, @PathVariable String id, PeopleForm form) {
        PeopleAdded added = guests.change(who, RoomId.of(id), form.removed(), form.added(), form.addedTeams());
        return added.hasLinks()
                ? new ModelAndView("messaging/links").addObject("added", added)
                : SeeOther.view("/rooms/" + added.room());
    }

    /** E-mail addresses to add and to remove, and teams whose people are added. */
    record PeopleForm(
            @Nullable List<String> add,
            @Nullable List<String> remove,
            @Nullable List<String> teams) {

        List<String> added() {
            return add == null
                    ? List.of()
                    : add.stream().filter(email -> !email.isBlank()).toList();
        }

        List<String> removed() {
            return remove == null
                    ? List.of()
                    : remove.stream()
                            .map(email -> EmailAddress.checked("remove", email))
                            .toList();
        }

        List<UUID> addedTeams() {
            return teams == null ? List.of() : teams.stream().map(Id::parse).toList();
        }
    }
}
