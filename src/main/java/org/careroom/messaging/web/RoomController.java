package org.careroom.messaging.web;

import java.util.List;
import java.util.UUID;
import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomPage;
import org.careroom.messaging.Rooms;
import org.careroom.messaging.SideList;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** One room's page, whatever its kind: list, log, composer, and the details panel. */
@Controller
class RoomController {

    private final Rooms rooms;
    private final RoomInvitations invitations;

    RoomController(Rooms rooms, RoomInvitations invitations) {
        this.rooms = rooms;
        this.invitations = invitations;
    }

    /** Without a script older and newer messages are read by links that say before or behind which number. */
    @GetMapping("/rooms/{id}")
    String page(
            Person who,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean details,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String view,
            Model model) {
        fillList(who, RoomId.of(id), view, model);
        fill(rooms.page(who, RoomId.of(id), before, after), Draft.EMPTY, model);
        if (details) {
            model.addAttribute("panel", rooms.panel(who, RoomId.of(id)));
        }
        return "messaging/room";
    }

    /** The panel alone, for a page that opens it or was told that the room's state changed. */
    @GetMapping("/rooms/{id}/details")
    String details(Person who, @PathVariable String id, Model model) {
        model.addAttribute("panel", rooms.panel(who, RoomId.of(id)));
        return "messaging/_partials/panel :: panel";
    }

    /** The head and the composer, for a page that was told that the room's state changed. */
    @GetMapping("/rooms/{id}/state")
    String state(Person who, @PathVariable String id, Model model) {
        model.addAttribute("room", rooms.state(who, RoomId.of(id)));
        model.addAttribute("draft", Draft.EMPTY);
        return "messaging/_partials/state :: state";
    }

    /** Who can be mentioned. */
    @GetMapping(path = "/rooms/{id}/people", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<MentionableJson> people(Person who, @PathVariable String id) {
        return rooms.people(who, RoomId.of(id)).stream()
                .map(person -> new MentionableJson(person.id().toString(), person.name()))
                .toList();
    }

    void fill(Person who, RoomId id, Draft draft, Model model) {
        fillList(who, id, null, model);
        fill(rooms.page(who, id), draft, model);
    }

    private static void fill(RoomPage page, Draft draft, Model model) {
        model.addAttribute("room", page.state());
        model.addAttribute("shown", page);
        model.addAttribute("draft", draft);
    }

    private void fillList(Person who, RoomId room, @Nullable String view, Model model) {
        SideList.Shown beside = rooms.beside(who, room, view);
        model.addAttribute("beside", beside);
        if (beside != null) {
            return;
        }
        model.addAttribute("filter", RoomFilter.OPEN);
        model.addAttribute("rooms", rooms.list(who, RoomFilter.OPEN));
        model.addAttribute("waiting", invitations.waitingFor(who));
    }

    /**
     * What stands in the composer.
     *
     * @param error why it was not taken, or null
     */
    record Draft(String body, UUID clientKey, @Nullable Reason error) {

        static final Draft EMPTY = new Draft("", Id.next(), null);

        /** Each page that is rendered gets a key of its own, so that a form sent twice stores one message. */
        public UUID nextKey() {
            return error == null ? Id.next() : clientKey;
        }
    }

    /** A person as the picker of mentions lists them. */
    record MentionableJson(String id, String name) {}
}
