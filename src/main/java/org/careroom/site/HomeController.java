package org.careroom.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address leads to the rooms. */
@Controller
class HomeController {

    @GetMapping("/")
    String home() {
        return "redirect:/rooms";
    }
}
