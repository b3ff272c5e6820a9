package org.careroom.clinics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import org.careroom.clinics.ClinicRole;
import org.careroom.clinics.ClinicSettings;
import org.careroom.clinics.ClinicView;
import org.careroom.clinics.Clinics;
import org.careroom.clinics.EntryField;
import org.careroom.organizations.Members;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.careroom.shared.Slice;
import org.springframework.context.i18n.LocaleContextHolder;
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

    private static final String VIEW = "clinics/clinic";
    private static final String SAVED = "redirect:/clinics/{slug}?saved";

    private final ClinicSettings settings;
    private final Members members;
    private final Forms forms;

    ClinicController(ClinicSettings settings, Members members, Forms forms) {
        this.settings = settings;
        this.members = members;
        this.forms = forms;
    }

    @GetMapping
    String page(Person who, @PathVariable String slug, Model model) {
        return show(who, slug, model);
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
            return forms.again(show(who, slug, model), model, invalid, response);
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
            return forms.again(show(who, slug, model), model, invalid, response);
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
            return forms.again(show(who, slug, model), model, invalid, response);
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
            return forms.again(show(who, slug, model), model, invalid, response);
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
        try {
            settings.remove(who, slug, PersonId.of(person));
            return who.id().equals(PersonId.of(person)) ? "redirect:/clinics" : SAVED;
        } catch (Invalid invalid) {
            return forms.again(show(who, slug, model), model, invalid, response);
        }
    }

    private String show(Person who, String slug, Model model) {
        ClinicView clinic = settings.of(who, slug);
        model.addAttribute("clinic", clinic);
        model.addAttribute("slug", slug);
        model.addAttribute("zones", Clinics.zones());
        model.addAttribute("weekdays", weekdays());
        model.addAttribute("kinds", EntryField.Kind.values());
        model.addAttribute("roles", ClinicRole.values());
        model.addAttribute("mine", who.id());
        model.addAttribute(
                "colleagues", new Slice<>(members.colleaguesIn(who, settings.organization(who, slug)), null));
        addUnlessTyped(model, "form", ClinicForms.Description.of(clinic.description()));
        addUnlessTyped(model, "hours", ClinicForms.Hours.of(clinic.hours()));
        addUnlessTyped(model, "fields", ClinicForms.Fields.of(clinic.fields()));
        return VIEW;
    }

    /** Their names, Monday first, in the language of the page. */
    private static List<String> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, LocaleContextHolder.getLocale()))
                .toList();
    }

    private static void addUnlessTyped(Model model, String name, Object stored) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, stored);
        }
    }
}
