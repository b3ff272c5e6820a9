package org.careroom.clinics.web;

import jakarta.servlet.http.HttpServletResponse;
import org.careroom.clinics.Callers;
import org.careroom.clinics.ConsultationId;
import org.careroom.clinics.WaitingArea;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One caller: what they filled in, the texts to their screen, the staff's note, and what happened so far. */
@Controller
@RequestMapping("/clinics/{slug}/waiting-area/{id}")
class CallerController {

    private static final String VIEW = "clinics/caller";

    private final WaitingArea area;
    private final Callers callers;
    private final Forms forms;

    CallerController(WaitingArea area, Callers callers, Forms forms) {
        this.area = area;
        this.callers = callers;
        this.forms = forms;
    }

    /** What a caller is called and reached by, as a member corrects it. */
    record NameForm(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone) {}

    @GetMapping
    String page(Person who, @PathVariable String slug, @PathVariable String id, Model model) {
        return show(who, slug, id, model);
    }

    /** @param from {@code area} leads back to the dashboard, from whose dialog it was sent */
    @PostMapping("/notify")
    String notify(
            Person who,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String from,
            Model model,
            HttpServletResponse response) {
        try {
            callers.notify(who, slug, ConsultationId.of(id), body);
            return "redirect:/clinics/{slug}/waiting-area" + ("area".equals(from) ? "" : "/{id}?notified");
        } catch (Invalid invalid) {
            model.addAttribute("body", body);
            return forms.again(show(who, slug, id, model), model, invalid, response);
        }
    }

    @PostMapping("/note")
    String note(
            Person who,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        try {
            callers.note(who, slug, ConsultationId.of(id), note);
            return "redirect:/clinics/{slug}/waiting-area/{id}?saved";
        } catch (Invalid invalid) {
            model.addAttribute("note", note);
            return forms.again(show(who, slug, id, model), model, invalid, response);
        }
    }

    @PostMapping("/name")
    String correct(
            Person who,
            @PathVariable String slug,
            @PathVariable String id,
            NameForm form,
            Model model,
            HttpServletResponse response) {
        try {
            callers.correct(who, slug, ConsultationId.of(id), form.firstName(), form.lastName(), form.phone());
            return "redirect:/clinics/{slug}/waiting-area/{id}?saved";
        } catch (Invalid invalid) {
            model.addAttribute("form", form);
            return forms.again(show(who, slug, id, model), model, invalid, response);
        }
    }

    @PostMapping("/remove")
    String remove(Person who, @PathVariable String slug, @PathVariable String id) {
        callers.remove(who, slug, ConsultationId.of(id));
        return "redirect:/clinics/{slug}/waiting-area?removed";
    }

    private String show(Person who, String slug, String id, Model model) {
        WaitingArea.Details details = area.details(who, slug, ConsultationId.of(id));
        model.addAttribute("details", details);
        model.addAttribute("slug", slug);
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form",
                    new NameForm(
                            details.caller().firstName(),
                            details.caller().lastName(),
                            details.caller().phone()));
        }
        return VIEW;
    }
}
