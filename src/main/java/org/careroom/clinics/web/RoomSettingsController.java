package org.careroom.clinics.web;

import jakarta.servlet.http.HttpServletResponse;
import org.careroom.clinics.ClinicRoomId;
import org.careroom.clinics.RoomSettings;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Meeting rooms and user rooms in a clinic's settings. */
@Controller
@RequestMapping("/clinics/{slug}")
class RoomSettingsController {

    private static final String SAVED = "redirect:/clinics/{slug}?saved";

    private final RoomSettings rooms;
    private final ClinicPage page;
    private final Forms forms;

    RoomSettingsController(RoomSettings rooms, ClinicPage page, Forms forms) {
        this.rooms = rooms;
        this.page = page;
        this.forms = forms;
    }

    @PostMapping("/rooms")
    String addRoom(
            Person who,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String roomName,
            @RequestParam(required = false) @Nullable String knocks,
            Model model,
            HttpServletResponse response) {
        try {
            rooms.add(who, slug, roomName, knocks != null);
            return SAVED;
        } catch (Invalid invalid) {
            model.addAttribute("roomName", roomName);
            return forms.again(page.show(who, slug, model), model, invalid, response);
        }
    }

    @PostMapping("/rooms/{id}")
    String changeRoom(
            Person who,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String roomName,
            @RequestParam(required = false) @Nullable String knocks,
            Model model,
            HttpServletResponse response) {
        try {
            rooms.change(who, slug, ClinicRoomId.of(id), roomName, knocks != null);
            return SAVED;
        } catch (Invalid invalid) {
            model.addAttribute("roomName", roomName);
            return forms.again(page.show(who, slug, model), model, invalid, response);
        }
    }

    @PostMapping("/rooms/{id}/remove")
    String removeRoom(Person who, @PathVariable String slug, @PathVariable String id) {
        rooms.remove(who, slug, ClinicRoomId.of(id));
        return SAVED;
    }

    @PostMapping("/user-rooms")
    String addUserRoom(
            Person who,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String user,
            Model model,
            HttpServletResponse response) {
        try {
            rooms.addUserRoom(who, slug, user);
            return SAVED;
        } catch (Invalid invalid) {
            model.addAttribute("user", user);
            return forms.again(page.show(who, slug, model), model, invalid, response);
        }
    }
}
