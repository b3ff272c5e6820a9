package org.careroom.clinics.web;

import org.careroom.clinics.ClinicPlaces;
import org.careroom.clinics.WaitingArea;
import org.careroom.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dashboard of a waiting area. */
@Controller
@RequestMapping("/clinics/{slug}/waiting-area")
class WaitingAreaController {

    private final WaitingArea area;
    private final ClinicPlaces places;

    WaitingAreaController(WaitingArea area, ClinicPlaces places) {
        this.area = area;
        this.places = places;
    }

    @GetMapping
    String page(Person who, @PathVariable String slug, Model model) {
        model.addAttribute("area", area.of(who, slug));
        model.addAttribute("places", places.of(who, slug).orElse(null));
        return "clinics/waiting-area";
    }

    /** The rows that have changed behind a number, for a page that is open. */
    @GetMapping("/rows")
    String rows(Person who, @PathVariable String slug, @RequestParam(defaultValue = "0") long after, Model model) {
        model.addAttribute("changes", area.changes(who, slug, after));
        model.addAttribute("slug", slug);
        return "clinics/_partials/caller :: changes";
    }
}
