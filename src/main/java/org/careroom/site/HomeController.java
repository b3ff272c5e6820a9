package org.careroom.site;

import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.SignUps;
import org.careroom.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The bare address leads staff to the rooms; those who belong nowhere yet and are in no room are told that they wait. A
 * client has their profile, until there are conversations.
 */
@Controller
class HomeController {

    private final SignUps signUps;
    private final Rooms rooms;
    private final RoomInvitations invitations;

    HomeController(SignUps signUps, Rooms rooms, RoomInvitations invitations) {
        this.signUps = signUps;
        this.rooms = rooms;
        this.invitations = invitations;
    }

    @GetMapping("/")
    String home(Person who) {
        if (!who.isStaff()) {
            return "redirect:/profile";
        }
        return signUps.isWaiting(who) && hasNoRoom(who) ? "redirect:/waiting" : "redirect:/rooms";
    }

    private boolean hasNoRoom(Person who) {
        return rooms.list(who, RoomFilter.OPEN).items().isEmpty()
                && invitations.waitingFor(who).isEmpty();
    }
}
