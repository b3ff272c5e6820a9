package org.careroom.organizations.web;

import jakarta.servlet.http.HttpServletRequest;
import org.careroom.organizations.Membership;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address of the settings leads to the first page that the person has. */
@Controller
class SettingsController {

    private final ChosenOrganization chosenOrganization;

    SettingsController(ChosenOrganization chosenOrganization) {
        this.chosenOrganization = chosenOrganization;
    }

    @GetMapping("/settings")
    String home(HttpServletRequest request) {
        return chosenOrganization.of(request).map(SettingsController::first).orElse("redirect:/profile");
    }

    private static String first(Membership chosen) {
        String page = chosen.admin() ? "team" : "teams";
        return "redirect:/settings/" + page + "?organization=" + chosen.organization();
    }
}
