package org.careroom.clinics.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careroom.clinics.Entrance;
import org.careroom.clinics.EntryForm;
import org.careroom.clinics.WaitingPlaces;
import org.careroom.clinics.WaitingView;
import org.careroom.people.Guest;
import org.careroom.people.GuestCookies;
import org.careroom.shared.Forms;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The patient's way into a waiting area, without an account. Their place is known by a cookie; as a device may be shared, the
 * address alone asks whose place it is before it shows anything, and only that page's own script or button shows it.
 */
@Controller
@RequestMapping("/w/{slug}")
class EntranceController {

    private final WaitingPlaces places;
    private final EntranceLimit limit;
    private final GuessLimit guesses;
    private final GuestCookies cookies;
    private final Forms forms;

    EntranceController(
            WaitingPlaces places, EntranceLimit limit, GuessLimit guesses, GuestCookies cookies, Forms forms) {
        this.places = places;
        this.limit = limit;
        this.guesses = guesses;
        this.cookies = cookies;
        this.forms = forms;
    }

    /** What a caller fills in. */
    record CallerForm(
            @Nullable String key,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            @Nullable List<String> answers,
            @Nullable String agreed) {

        EntryForm entry() {
            return new EntryForm(Id.parse(formKey()), firstName, lastName, phone, given(), agreed != null);
        }

        /** The form's own key: sent twice it makes one place. */
        public String formKey() {
            return key == null || key.isEmpty() ? UUID.randomUUID().toString() : key;
        }

        public String answer(int place) {
            return place < given().size() ? given().get(place) : "";
        }

        private List<String> given() {
            return answers == null ? List.of() : answers;
        }
    }

    @GetMapping
    String page(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response, Model model) {
        Entrance entrance = places.entrance(slug);
        Optional<WaitingView> place = place(entrance, request);
        if (place.isPresent()) {
            model.addAttribute("entrance", entrance);
            model.addAttribute("place", place.get());
            return "clinics/whose";
        }
        if (cookies.brought(request, entrance.clinic().value())) {
            cookies.take(entrance.clinic().value(), response);
            guesses.note(request);
        }
        return form(entrance, new CallerForm(null, null, null, null, null, null), model);
    }

    @PostMapping
    String enter(
            @PathVariable String slug,
            CallerForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Entrance entrance = places.entrance(slug);
        if (place(entrance, request).isEmpty()) {
            limit.attempt(request);
            try {
                places.enter(slug, form.entry()).ifPresent(issued -> cookies.give(issued, response));
            } catch (Invalid invalid) {
                return forms.again(form(entrance, form, model), model, invalid, response);
            }
        }
        return "redirect:/w/{slug}";
    }

    /**
     * The caller's own place, for the script of the page that knows whose it is; again and again while they wait.
     *
     * @param as whose place the page shows; 409 when the device is another's by now
     */
    @GetMapping(path = "/place", headers = "X-Requested-With=Careroom")
    String place(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String as,
            HttpServletRequest request,
            Model model) {
        Entrance entrance = places.entrance(slug);
        if (isAnothers(as, entrance, request)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return waiting(entrance, request, model) + " :: place";
    }

    /** The same as a page, for browsers without scripts. */
    @PostMapping("/place")
    String mine(@PathVariable String slug, HttpServletRequest request, Model model) {
        return waiting(places.entrance(slug), request, model);
    }

    /** A page that only a form can ask for is not there to be opened. */
    @GetMapping("/place")
    String reloaded(@PathVariable String slug) {
        return "redirect:/w/{slug}";
    }

    private String waiting(Entrance entrance, HttpServletRequest request, Model model) {
        model.addAttribute("entrance", entrance);
        model.addAttribute("place", place(entrance, request).orElseThrow(NotFound::new));
        return "clinics/waiting";
    }

    /** Somebody else uses this device: it forgets whose place it was, which is kept for as long as the clinic keeps it. */
    @PostMapping("/someone-else")
    String someoneElse(@PathVariable String slug, HttpServletResponse response) {
        cookies.take(places.entrance(slug).clinic().value(), response);
        return "redirect:/w/{slug}";
    }

    /** @param as whose place the page shows; another's on the same device stays */
    @PostMapping("/leave")
    String leave(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String as,
            HttpServletRequest request,
            HttpServletResponse response) {
        Entrance entrance = places.entrance(slug);
        UUID clinic = entrance.clinic().value();
        if (isAnothers(as, entrance, request)) {
            return "redirect:/w/{slug}";
        }
        cookies.of(request, clinic).ifPresent(places::leave);
        cookies.take(clinic, response);
        return "redirect:/w/{slug}/ended?left";
    }

    /** Nothing of the place stays on the device. */
    @GetMapping("/ended")
    String ended(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response, Model model) {
        Entrance entrance = places.entrance(slug);
        if (cookies.brought(request, entrance.clinic().value())
                && place(entrance, request).isEmpty()) {
            cookies.take(entrance.clinic().value(), response);
        }
        model.addAttribute("entrance", entrance);
        return "clinics/ended";
    }

    /** Whether somebody else has entered on this device since the page was shown. */
    private boolean isAnothers(String as, Entrance entrance, HttpServletRequest request) {
        return !as.isEmpty()
                && cookies.of(request, entrance.clinic().value())
                        .filter(guest -> !guest.id().toString().equals(as))
                        .isPresent();
    }

    private Optional<WaitingView> place(Entrance entrance, HttpServletRequest request) {
        Optional<Guest> guest = cookies.of(request, entrance.clinic().value());
        return guest.flatMap(places::of);
    }

    private static String form(Entrance entrance, CallerForm form, Model model) {
        model.addAttribute("entrance", entrance);
        model.addAttribute("form", form);
        return entrance.open() ? "clinics/entrance" : "clinics/closed";
    }
}
