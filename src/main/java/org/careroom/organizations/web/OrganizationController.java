package org.careroom.organizations.web;

import jakarta.servlet.http.HttpServletResponse;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationSettings;
import org.careroom.organizations.SettingsLog;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organization's own settings, and the log of all changes of settings. */
@Controller
class OrganizationController {

    private static final String VIEW = "organizations/organization";

    private final OrganizationSettings settings;
    private final SettingsLog log;
    private final Forms forms;

    OrganizationController(OrganizationSettings settings, SettingsLog log, Forms forms) {
        this.settings = settings;
        this.log = log;
        this.forms = forms;
    }

    record OrganizationForm(
            @Nullable String name,
            @Nullable String code,
            @Nullable String mailDomain) {}

    @GetMapping("/settings/organization")
    String page(Person who, Membership chosen, Model model) {
        OrganizationSettings.View view = settings.view(who, chosen.organization());
        return show(chosen, view, new OrganizationForm(view.name(), view.code(), view.mailDomain()), model);
    }

    @PostMapping("/settings/organization")
    String save(Person who, Membership chosen, OrganizationForm form, Model model, HttpServletResponse response) {
        OrganizationSettings.View view = settings.view(who, chosen.organization());
        try {
            settings.change(who, chosen.organization(), form.name(), form.code(), form.mailDomain());
            return "redirect:/settings/organization?saved&organization=" + chosen.organization();
        } catch (Invalid invalid) {
            return forms.again(show(chosen, view, form, model), model, invalid, response);
        }
    }

    @GetMapping("/settings/changes")
    String changes(
            Person who, Membership chosen, @RequestParam(required = false) @Nullable String before, Model model) {
        model.addAttribute("chosen", chosen);
        model.addAttribute("changes", log.changes(who, chosen.organization(), before));
        return "organizations/changes";
    }

    private static String show(Membership chosen, OrganizationSettings.View view, OrganizationForm form, Model model) {
        model.addAttribute("chosen", chosen);
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        return VIEW;
    }
}
