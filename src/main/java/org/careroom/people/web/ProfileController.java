package org.careroom.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.careroom.people.Person;
import org.careroom.people.Profiles;
import org.careroom.people.TooManyAttempts;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own page: name, language, time zone and password. */
@Controller
class ProfileController {

    private static final String VIEW = "people/profile";

    private final Profiles profiles;
    private final Forms forms;

    ProfileController(Profiles profiles, Forms forms) {
        this.profiles = profiles;
        this.forms = forms;
    }

    record ProfileForm(
            @Nullable String name,
            @Nullable String language,
            @Nullable String zone) {

        static ProfileForm of(Person who) {
            return new ProfileForm(
                    who.name(), who.locale().toLanguageTag(), who.zone().getId());
        }
    }

    @ModelAttribute("languages")
    List<Locale> languages() {
        return Profiles.LANGUAGES;
    }

    /** Named by region and city, as people know theirs, and UTC. */
    @ModelAttribute("zones")
    List<String> zones(Person who) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC")
                        || zone.equals(who.zone().getId())
                        || zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .sorted()
                .toList();
    }

    @GetMapping("/profile")
    String page(Person who, Model model) {
        model.addAttribute("form", ProfileForm.of(who));
        return VIEW;
    }

    @PostMapping("/profile")
    String save(Person who, ProfileForm form, Model model, HttpServletResponse response) {
        try {
            profiles.present(who, form.name(), form.language(), form.zone());
            return "redirect:/profile?saved";
        } catch (Invalid invalid) {
            model.addAttribute("form", form);
            return forms.again(VIEW, model, invalid, response);
        }
    }

    /** Reloading an answer that only the form can ask for leads back to the page. */
    @GetMapping("/profile/password")
    String again() {
        return "redirect:/profile";
    }

    @PostMapping("/profile/password")
    String changePassword(
            Person who,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            profiles.changePassword(who, current, password, request.getSession().getId());
            return "redirect:/profile?password-changed";
        } catch (TooManyAttempts tooMany) {
            tooMany.answer(response);
            model.addAttribute("tooMany", tooMany.reason());
            return page(who, model);
        } catch (Invalid invalid) {
            model.addAttribute("form", ProfileForm.of(who));
            return forms.again(VIEW, model, invalid, response);
        }
    }
}
