package org.careroom.site;

import org.careroom.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The bare address leads staff to the rooms; those who wait for approval and are in no room are told so. A client has their conversations.
 */
@Controller
class HomeController {

    private final Waiting waiting;

    HomeController(Waiting waiting) {
        this.waiting = waiting;
    }

    @GetMapping("/")
    String home(Person who) {
        if (!who.isStaff()) {
            return "redirect:/chat";
        }
        return "redirect:" + (waiting.waits(who) ? Waiting.PAGE : "/rooms");
    }
}
