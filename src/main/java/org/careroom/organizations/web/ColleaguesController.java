package org.careroom.organizations.web;

import org.careroom.organizations.Members;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds colleagues by their names while somebody chooses people, where there are too many to offer all of them at once. */
@Controller
class ColleaguesController {

    private final Members members;

    ColleaguesController(Members members) {
        this.members = members;
    }

    /**
     * @param q what to find
     * @param field the name of the boxes, as in the form that asks
     */
    @GetMapping("/colleagues")
    String found(
            Person who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "people") String field,
            Model model) {
        if (!who.isStaff()) {
            throw new NotFound();
        }
        model.addAttribute("field", field);
        model.addAttribute("colleagues", members.colleagues(who, q));
        return "organizations/_partials/colleagues :: labels";
    }
}
