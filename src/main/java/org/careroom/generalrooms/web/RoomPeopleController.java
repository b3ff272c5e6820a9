package org.careroom.generalrooms.web;

import java.util.List;
import org.careroom.generalrooms.GeneralRooms;
import org.careroom.generalrooms.RoomPeople;
import org.careroom.generalrooms.RoomTeams;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.TeamId;
import org.careroom.people.EmailAddress;
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
import org.springframework.web.servlet.ModelAndView;

/** Who is in a general room, who manages it, and what it is for. */
@Controller
@RequestMapping("/rooms/{id}")
class RoomPeopleController {

    private final GeneralRooms generalRooms;
    private final RoomPeople roomPeople;
    private final RoomTeams roomTeams;

    RoomPeopleController(GeneralRooms generalRooms, RoomPeople roomPeople, RoomTeams roomTeams) {
        this.generalRooms = generalRooms;
        this.roomPeople = roomPeople;
        this.roomTeams = roomTeams;
    }

    @PostMapping("/people")
    ModelAndView people(Person who, @PathVariable String id, PeopleForm form) {
        return RoomLinks.orRoom(roomPeople.change(who, RoomId.of(id), form.removed(), form.added(), form.addedTeams()));
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

        List<TeamId> addedTeams() {
            return teams == null
                    ? List.of()
                    : teams.stream().map(id -> new TeamId(Id.parse(id))).toList();
        }
    }
}
