package org.careroom.clinics.web;

import org.careroom.clinics.ClinicRoomId;
import org.careroom.clinics.ClinicRooms;
import org.careroom.clinics.GuestLinkId;
import org.careroom.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A meeting room, or one's own user room: how many are inside, entering, guest links; a link is shown on the answer that made it. */
@Controller
@RequestMapping("/clinics/{slug}/rooms/{id}")
class ClinicRoomController {

    private final ClinicRooms rooms;

    ClinicRoomController(ClinicRooms rooms) {
        this.rooms = rooms;
    }

    @GetMapping
    String page(Person who, @PathVariable String slug, @PathVariable String id, Model model) {
        return show(who, slug, id, model);
    }

    @PostMapping("/enter")
    String enter(Person who, @PathVariable String slug, @PathVariable String id) {
        return "redirect:/calls/" + rooms.enter(who, slug, ClinicRoomId.of(id));
    }

    @PostMapping("/links")
    String link(
            Person who,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int hours,
            Model model) {
        model.addAttribute("link", rooms.link(who, slug, ClinicRoomId.of(id), hours));
        return show(who, slug, id, model);
    }

    /** Reloading an answer that only a form can ask for leads back to the page. */
    @GetMapping({"/links", "/enter"})
    String again(@PathVariable String slug, @PathVariable String id) {
        return "redirect:/clinics/{slug}/rooms/{id}";
    }

    @PostMapping("/links/{link}/revoke")
    String revoke(Person who, @PathVariable String slug, @PathVariable String id, @PathVariable String link) {
        rooms.revoke(who, slug, ClinicRoomId.of(id), GuestLinkId.of(link));
        return "redirect:/clinics/{slug}/rooms/{id}?revoked";
    }

    private String show(Person who, String slug, String id, Model model) {
        model.addAttribute("room", rooms.of(who, slug, ClinicRoomId.of(id)));
        model.addAttribute("lasting", ClinicRooms.LINK_HOURS);
        return "clinics/room";
    }
}
