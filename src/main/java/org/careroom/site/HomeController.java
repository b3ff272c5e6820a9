package org.careroom.site;

import org.careroom.organizations.SignUps;
import org.careroom.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address leads to the rooms; those who belong nowhere yet are told that they wait. */
@Controller
class HomeController {

    private final SignUps signUps;

    HomeController(SignUps signUps) {
        this.signUps = signUps;
    }

    @GetMapping("/")
    String home(Person who) {
        return signUps.isWaiting(who) ? "redirect:/waiting" : "redirect:/rooms";
    }
}
