package org.careroom.clinics.web;

import jakarta.servlet.http.HttpServletResponse;
import org.careroom.clinics.ConsultationId;
import org.careroom.clinics.ConsultationStatus;
import org.careroom.clinics.Consultations;
import org.careroom.people.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Joining a caller, and from the call itself adding another caller or inviting somebody by a link. */
@Controller
@RequestMapping("/clinics/{slug}/waiting-area/{id}")
class JoiningController {

    private final Consultations consultations;

    JoiningController(Consultations consultations) {
        this.consultations = consultations;
    }

    /** Leads to the call, or tells who was quicker (409) and asks whether to join them. */
    @PostMapping("/join")
    String join(
            Person who,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "false") boolean anyway,
            Model model,
            HttpServletResponse response) {
        ConsultationId consultation = ConsultationId.of(id);
        Consultations.Joined joined = consultations.join(who, slug, consultation, status(seen), anyway);
        if (joined.call() != null) {
            return "redirect:/calls/" + joined.call();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("joined", joined);
        model.addAttribute("slug", slug);
        model.addAttribute("id", consultation);
        return "clinics/quicker";
    }

    /** Whatever else a page says it showed, it showed no call. */
    private static ConsultationStatus status(String seen) {
        return ConsultationStatus.BEING_SEEN.name().equals(seen)
                ? ConsultationStatus.BEING_SEEN
                : ConsultationStatus.WAITING;
    }

    /** Who else could be added, for the panel of the call. */
    @GetMapping("/add")
    String addable(Person who, @PathVariable String slug, @PathVariable String id, Model model) {
        model.addAttribute("addable", consultations.addable(who, slug, ConsultationId.of(id)));
        model.addAttribute("address", "/clinics/" + slug + "/waiting-area/" + ConsultationId.of(id));
        return "clinics/_partials/call-panel :: addable";
    }

    /** @param other the caller to add, as the page has asked by both names */
    @PostMapping("/add")
    String add(
            Person who,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String other,
            Model model) {
        consultations.add(who, slug, ConsultationId.of(id), ConsultationId.of(other));
        return addable(who, slug, id, model);
    }

    @PostMapping("/invite")
    String invite(Person who, @PathVariable String slug, @PathVariable String id, Model model) {
        model.addAttribute("link", consultations.invite(who, slug, ConsultationId.of(id)));
        model.addAttribute("slug", slug);
        return "clinics/invited";
    }

    /** Reloading what only a form can ask for leads back. */
    @GetMapping({"/join", "/invite"})
    String back(@PathVariable String slug, @PathVariable String id) {
        return "redirect:/clinics/{slug}/waiting-area/{id}";
    }
}
