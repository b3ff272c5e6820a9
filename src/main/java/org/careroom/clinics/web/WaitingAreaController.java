package org.careroom.clinics.web;

import jakarta.servlet.http.HttpServletResponse;
import org.careroom.clinics.ConsultationId;
import org.careroom.clinics.ConsultationStatus;
import org.careroom.clinics.Consultations;
import org.careroom.clinics.WaitingArea;
import org.careroom.people.Person;
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

/** The dashboard of a waiting area, and joining a caller from it. */
@Controller
@RequestMapping("/clinics/{slug}/waiting-area")
class WaitingAreaController {

    private final WaitingArea area;
    private final Consultations consultations;

    WaitingAreaController(WaitingArea area, Consultations consultations) {
        this.area = area;
        this.consultations = consultations;
    }

    @GetMapping
    String page(Person who, @PathVariable String slug, Model model) {
        model.addAttribute("area", area.of(who, slug));
        return "clinics/waiting-area";
    }

    /** The rows that have changed behind a number, for a page that is open. */
    @GetMapping("/rows")
    String rows(Person who, @PathVariable String slug, @RequestParam(defaultValue = "0") long after, Model model) {
        model.addAttribute("changes", area.changes(who, slug, after));
        model.addAttribute("slug", slug);
        return "clinics/_partials/caller :: changes";
    }

    /** Leads to the call, or tells who was quicker (409) and asks whether to join them. */
    @PostMapping("/{id}/join")
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
    private static ConsultationStatus status(@Nullable String seen) {
        return ConsultationStatus.BEING_SEEN.name().equals(seen)
                ? ConsultationStatus.BEING_SEEN
                : ConsultationStatus.WAITING;
    }

    /** Reloading the answer to Join leads back. */
    @GetMapping("/{id}/join")
    String back(@PathVariable String slug) {
        if (!slug.matches("[a-z0-9-]+")) {
            throw new NotFound();
        }
        return "redirect:/clinics/{slug}/waiting-area";
    }
}
