package org.careroom.clinics.web;

import jakarta.servlet.http.HttpServletResponse;
import org.careroom.clinics.ClinicRole;
import org.careroom.clinics.ClinicSettings;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A clinic's settings, for its administrators: one page with a form for each part. */
@Controller
@RequestMapping("/clinics/{slug}")
class ClinicController {

    private static final String SAVED = "redirect:/clinics/{slug}?saved";

    private final ClinicSettings settings;
    private final ClinicPage page;
    private final Forms forms;

    ClinicController(ClinicSettings settings, ClinicPage page, Forms forms) {
        this.settings = settings;
        this.page = page;
        this.forms = forms;
    }

    @GetMapping
    String page(Person who, @PathVariable String slug, Model model) {
        return page.show(who, slug, model);
    }

    @PostMapping
    String describe(
            Person who,
            @PathVariable String slug,
            ClinicForms.Description form,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:/clinics/" + settings.describe(who, slug, form.description(), form.seenOrNone())
                    + "?saved";
        } catch (Invalid invalid) {
            model.addAttribute("form", form);
            return forms.again(page.show(who, slug, model), model, invalid, response);
        }
    }

    @PostMapping("/hours")
    String open(
            Person who, @PathVariable String slug, ClinicForms.Hours form, Model model, HttpServletResponse response) {
        try {
            settings.open(who, slug, form.opened());
            return SAVED;
        } catch (Invalid invalid) {
            model.addAttribute("hours", form);
            return forms.again(page.show(who, slug, model), model, invalid, response);
        }
    }

    /** A line without a label is none: whoever empties it takes the field away. */
    @PostMapping("/fields")
    String ask(
            Person who, @PathVariable String slug, ClinicForms.Fields form, Model model, HttpServletResponse response) {
        try {
            settings.ask(who, slug, form.asked());
            return SAVED;
        } catch (Invalid invalid) {
            model.addAttribute("fields", form);
            return forms.again(page.show(who, slug, model), model, invalid, response);
        }
    }

    @PostMapping("/members")
    String set(
            Person who,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "TEAM_MEMBER") ClinicRole role,
            Model model,
            HttpServletResponse response) {
        try {
            settings.set(who, slug, email, role);
            return SAVED;
        } catch (Invalid invalid) {
            model.addAttribute("email", email);
            model.addAttribute("role", role);
            return forms.again(page.show(who, slug, model), model, invalid, response);
        }
    }

    /** Who puts themselves out may not see the settings any more. */
    @PostMapping("/members/{person}/remove")
    String remove(
            Person who,
            @PathVariable String slug,
            @PathVariable String person,
            Model model,
            HttpServletResponse response) {
        PersonId removed = PersonId.of(person);
        try {
            settings.remove(who, slug, removed);
            return who.id().equals(removed) ? "redirect:/clinics" : SAVED;
        } catch (Invalid invalid) {
            model.addAttribute("removed", removed);
            return forms.again(page.show(who, slug, model), model, invalid, response);
        }
    }
}
