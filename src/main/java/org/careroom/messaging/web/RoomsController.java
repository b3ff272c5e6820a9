package org.careroom.messaging.web;

import java.util.List;
import java.util.Map;
import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomRow;
import org.careroom.messaging.Rooms;
import org.careroom.messaging.Unread;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The Rooms page: the list of the rooms that a person is in. */
@Controller
class RoomsController {

    private final Rooms rooms;
    private final RoomInvitations invitations;

    RoomsController(Rooms rooms, RoomInvitations invitations) {
        this.rooms = rooms;
        this.invitations = invitations;
    }

    @GetMapping(path = "/rooms", produces = MediaType.TEXT_HTML_VALUE)
    String page(Person who, ListQuery query, Model model) {
        requireStaff(who);
        query.fill(who, rooms, invitations, model);
        return "messaging/rooms";
    }

    /** The list alone, for a page that was nudged. */
    @GetMapping(path = "/rooms/list", produces = MediaType.TEXT_HTML_VALUE)
    String list(Person who, ListQuery query, Model model) {
        requireStaff(who);
        query.fill(who, rooms, invitations, model);
        return "messaging/_partials/list :: list";
    }

    @GetMapping(path = "/rooms", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    RoomsJson json(Person who, ListQuery query) {
        requireStaff(who);
        return RoomsJson.of(rooms.list(who, query.filter()));
    }

    /** Clients have conversations only, which stand in a list of their own (product 1). */
    private static void requireStaff(Person who) {
        if (!who.isStaff()) {
            throw new NotFound();
        }
    }

    @GetMapping(path = "/rooms/unread", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Long> unread(Person who) {
        Unread unread = rooms.unread(who);
        return Map.of("rooms", unread.rooms(), "chat", unread.conversations());
    }

    /**
     * Which part of the list is asked for.
     *
     * @param show {@code closed} for the closed rooms
     * @param q what to search for
     * @param after the key of the page before
     */
    record ListQuery(
            @Nullable String show,
            @Nullable String q,
            @Nullable String after) {

        RoomFilter filter() {
            return new RoomFilter(
                    !"closed".equals(show),
                    PlainText.lineOrEmpty("q", q, PlainText.NAME),
                    after == null || after.isEmpty() ? null : RoomFilter.Key.of(after));
        }

        void fill(Person who, Rooms rooms, RoomInvitations invitations, Model model) {
            RoomFilter filter = filter();
            model.addAttribute("filter", filter);
            model.addAttribute("rooms", rooms.list(who, filter));
            model.addAttribute("waiting", invitations.waitingFor(who));
        }
    }

    /** The list as scripts read it (interface: {@code GET /rooms}). */
    record RoomsJson(List<RoomJson> rooms, @Nullable String next) {

        static RoomsJson of(Slice<RoomRow> slice) {
            return new RoomsJson(slice.items().stream().map(RoomJson::of).toList(), slice.next());
        }
    }

    /** One room of the list. */
    record RoomJson(String id, String name, String kind, long lastSequence, long unread) {

        static RoomJson of(RoomRow row) {
            return new RoomJson(row.id().toString(), row.name(), row.kind().name(), row.lastSequence(), row.unread());
        }
    }
}
