package org.careroom.clinics.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.careroom.clinics.GuestDoor;
import org.careroom.clinics.WaitingPlaces;
import org.careroom.people.CurrentPerson;
import org.careroom.people.Guest;
import org.careroom.people.GuestCookies;
import org.careroom.people.IssuedGuest;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Guest links. The secret leaves the address bar at once, exchanged for a cookie; then the guest says a name and comes in. */
@Controller
@RequestMapping("/g")
class GuestController {

    private final GuestDoor door;
    private final WaitingPlaces places;
    private final GuestCookies cookies;
    private final GuessLimit limit;
    private final CurrentPerson currentPerson;
    private final Forms forms;

    GuestController(
            GuestDoor door,
            WaitingPlaces places,
            GuestCookies cookies,
            GuessLimit limit,
            CurrentPerson currentPerson,
            Forms forms) {
        this.door = door;
        this.places = places;
        this.cookies = cookies;
        this.limit = limit;
        this.currentPerson = currentPerson;
        this.forms = forms;
    }

    @GetMapping("/{token}")
    String exchange(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<String> waits = waits(door.leads(token), request);
        if (waits.isPresent()) {
            return waits(waits.get(), model, response);
        }
        Optional<Guest> known = door.known(token, cookies.of(request));
        if (known.isPresent()) {
            return "redirect:/g?as=" + known.get().id();
        }
        IssuedGuest issued = door.exchange(token).orElse(null);
        if (issued == null) {
            limit.wrong(request);
            throw new NotFound();
        }
        cookies.give(issued, response);
        return "redirect:/g?as=" + issued.guest().id();
    }

    @GetMapping
    String welcome(
            @RequestParam(defaultValue = "") String as,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Guest guest = guest(as, request);
        Optional<String> waits = waits(door.leads(guest), request);
        return waits.isPresent() ? waits(waits.get(), model, response) : show(guest, null, request, model);
    }

    @PostMapping
    String join(
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Guest guest = guest(as, request);
        Optional<String> waits = waits(door.leads(guest), request);
        if (waits.isPresent()) {
            return waits(waits.get(), model, response);
        }
        try {
            return "redirect:/calls/" + door.join(guest, name) + "?as=" + guest.id();
        } catch (Invalid invalid) {
            return forms.again(show(guest, name, request, model), model, invalid, response);
        }
    }

    @GetMapping("/ended")
    String ended() {
        return "clinics/guest-ended";
    }

    @ExceptionHandler(NotFound.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String closed() {
        return "clinics/guest-closed";
    }

    /** The slug of the clinic in which this browser waits as a patient, if it is the one whose room the link is for. */
    private Optional<String> waits(Optional<GuestDoor.Leads> leads, HttpServletRequest request) {
        return leads.filter(GuestDoor.Leads::toRoom)
                .flatMap(to -> cookies.of(request, to.clinic()))
                .flatMap(places::slugOf);
    }

    private static String waits(String slug, Model model, HttpServletResponse response) {
        model.addAttribute("slug", slug);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return "clinics/guest-waits";
    }

    private Guest guest(String as, HttpServletRequest request) {
        return cookies.of(request).stream()
                .filter(guest -> guest.id().toString().equals(as))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Who is signed in besides need not type their name. */
    private String show(Guest guest, @Nullable String typed, HttpServletRequest request, Model model) {
        GuestDoor.Welcome welcome = door.welcome(guest);
        String known = welcome.name().isEmpty()
                ? currentPerson.of(request).map(Person::name).orElse("")
                : welcome.name();
        model.addAttribute("welcome", welcome);
        model.addAttribute("guest", guest.id());
        model.addAttribute("name", typed == null ? known : typed);
        return "clinics/guest";
    }
}
