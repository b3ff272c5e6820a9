package org.careroom.organizations.web;

import jakarta.servlet.http.HttpServletResponse;
import org.careroom.organizations.Installation;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.OrganizationSettings;
import org.careroom.organizations.Plan;
import org.careroom.organizations.SettingsLog;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The operator's page: organizations, their plans, and premium accounts. */
@Controller
class InstallationController {

    private static final String VIEW = "organizations/installation";

    private final Installation installation;
    private final OrganizationSettings organizations;
    private final SettingsLog log;
    private final Forms forms;

    InstallationController(
            Installation installation, OrganizationSettings organizations, SettingsLog log, Forms forms) {
        this.installation = installation;
        this.organizations = organizations;
        this.log = log;
        this.forms = forms;
    }

    @GetMapping("/settings/installation")
    String page(Person who, Model model) {
        model.addAttribute("organizations", installation.organizations(who));
        model.addAttribute("premium", installation.premiumAccounts(who));
        model.addAttribute("plans", Plan.values());
        model.addAttribute("changes", log.ofInstallation(who));
        return VIEW;
    }

    @PostMapping("/settings/installation/organizations")
    String found(
            Person who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "FREE") Plan plan,
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletResponse response) {
        try {
            model.addAttribute("issued", installation.found(who, name, plan, email));
            return page(who, model);
        } catch (Invalid invalid) {
            model.addAttribute("name", name);
            model.addAttribute("plan", plan);
            model.addAttribute("email", email);
            return forms.again(page(who, model), model, invalid, response);
        }
    }

    @PostMapping("/settings/installation/organizations/{organization}/plan")
    String plan(Person who, @PathVariable String organization, @RequestParam Plan plan) {
        installation.use(who, OrganizationId.of(organization), plan);
        return "redirect:/settings/installation?saved";
    }

    @PostMapping("/settings/installation/mail-domain")
    String mailDomain(
            Person who,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String mailDomain,
            Model model,
            HttpServletResponse response) {
        try {
            organizations.useMailDomain(who, OrganizationId.of(id), mailDomain);
            return "redirect:/settings/installation?saved";
        } catch (Invalid invalid) {
            model.addAttribute("domainOf", OrganizationId.of(id));
            model.addAttribute("mailDomain", mailDomain);
            return forms.again(page(who, model), model, invalid, response);
        }
    }

    /** Reloading an answer that only a form can ask for leads back to the page. */
    @GetMapping({
        "/settings/installation/organizations",
        "/settings/installation/mail-domain",
        "/settings/installation/premium",
        "/settings/installation/password-link"
    })
    String again() {
        return "redirect:/settings/installation";
    }

    @PostMapping("/settings/installation/premium")
    String premium(
            Person who,
            @RequestParam(defaultValue = "") String premiumEmail,
            @RequestParam(defaultValue = "true") boolean premium,
            Model model,
            HttpServletResponse response) {
        try {
            installation.makePremium(who, premiumEmail, premium);
            return "redirect:/settings/installation?saved";
        } catch (Invalid invalid) {
            model.addAttribute("premiumEmail", premiumEmail);
            return forms.again(page(who, model), model, invalid, response);
        }
    }

    /** The link is shown once, on this answer, and stored nowhere. */
    @PostMapping("/settings/installation/password-link")
    String passwordLink(
            Person who, @RequestParam(defaultValue = "") String linkEmail, Model model, HttpServletResponse response) {
        model.addAttribute("linkEmail", linkEmail);
        try {
            model.addAttribute("passwordLink", installation.passwordLink(who, linkEmail));
            return page(who, model);
        } catch (Invalid invalid) {
            return forms.again(page(who, model), model, invalid, response);
        }
    }
}
