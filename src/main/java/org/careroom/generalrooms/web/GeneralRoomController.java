package org.careroom.generalrooms.web;

import org.careroom.generalrooms.GeneralRooms;
import org.careroom.generalrooms.RoomPeople;
import org.careroom.generalrooms.RoomTeams;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.TeamId;
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

/** Who manages a general room, the teams it took, and what it is for. */
@Controller
@RequestMapping("/rooms/{id}")
class GeneralRoomController {

    private final GeneralRooms generalRooms;
    private final RoomPeople roomPeople;
    private final RoomTeams roomTeams;

    GeneralRoomController(GeneralRooms generalRooms, RoomPeople roomPeople, RoomTeams roomTeams) {
        this.generalRooms = generalRooms;
        this.roomPeople = roomPeople;
        this.roomTeams = roomTeams;
    }

    /** A team's change is accepted for the room, or declined. */
    @PostMapping("/teams/{team}")
    ResponseEntity<Void> team(
            Person who, @PathVariable String id, @PathVariable String team, @RequestParam boolean accept) {
        TeamId changed = new TeamId(Id.parse(team));
        if (accept) {
            roomTeams.accept(who, RoomId.of(id), changed);
        } else {
            roomTeams.decline(who, RoomId.of(id), changed);
        }
        return back(id);
    }

    @PostMapping("/managers")
    ResponseEntity<Void> managers(
            Person who, @PathVariable String id, @RequestParam String person, @RequestParam boolean manager) {
        roomPeople.manage(who, RoomId.of(id), PersonId.of(person), manager);
        return back(id);
    }

    @PostMapping("/description")
    ResponseEntity<Void> description(
            Person who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String description,
            @RequestParam(defaultValue = "false") boolean managed) {
        generalRooms.describe(who, RoomId.of(id), description == null ? "" : description, managed);
        return back(id);
    }

    private static ResponseEntity<Void> back(String id) {
        return SeeOther.to("/rooms/" + id + "?details=true");
    }
}
