package org.careroom.clinics.web;

import org.careroom.clinics.ClinicPlaces;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The part of the left column that is about a clinic, for a page that is open. */
@Controller
class PlacesController {

    private final ClinicPlaces places;

    PlacesController(ClinicPlaces places) {
        this.places = places;
    }

    @GetMapping("/clinics/{slug}/places")
    String places(Person who, @PathVariable String slug, Model model) {
        model.addAttribute("places", places.of(who, slug).orElseThrow(NotFound::new));
        return "clinics/_partials/places :: places(places=${places})";
    }
}
