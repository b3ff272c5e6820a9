package org.careroom.clinics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.clinics.ClinicDescription;
import org.careroom.clinics.ClinicPlaces;
import org.careroom.clinics.Clinics;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** My clinics; who has one only lands in its waiting area. Who manages the clinics of an organization founds them. */
@Controller
@RequestMapping("/clinics")
class ClinicsController {

    private static final String NEW = "clinics/new";

    private final Clinics clinics;
    private final ClinicPlaces places;
    private final Forms forms;

    ClinicsController(Clinics clinics, ClinicPlaces places, Forms forms) {
        this.clinics = clinics;
        this.places = places;
        this.forms = forms;
    }

    /** @param all also shows the list to who has one clinic only, as a link back to it does */
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String list(Person who, @RequestParam(required = false) @Nullable String all, Model model) {
        List<Clinics.Row> found = clinics.of(who);
        if (all == null && found.size() == 1 && found.get(0).member()) {
            return "redirect:/clinics/" + found.get(0).slug() + "/waiting-area";
        }
        model.addAttribute("clinics", found);
        model.addAttribute("places", places(who, found));
        model.addAttribute("reports", found.stream().anyMatch(Clinics.Row::administers));
        model.addAttribute("founds", !clinics.founding(who).isEmpty());
        return "clinics/list";
    }

    /** By slug, the places of those clinics of which the person is a member. */
    private Map<String, ClinicPlaces.View> places(Person who, List<Clinics.Row> found) {
        return found.stream()
                .filter(Clinics.Row::member)
                .flatMap(clinic -> places.of(who, clinic.slug()).stream())
                .collect(Collectors.toMap(ClinicPlaces.View::slug, view -> view));
    }

    /** The number beside the module's entry, for a page that is open. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Long> waiting(Person who) {
        return Map.of("clinics", clinics.summary(who).waiting());
    }

    @GetMapping("/new")
    String form(Person who, Model model) {
        return show(who, new ClinicForm(null, null, null, null, who.zone().getId()), model);
    }

    @PostMapping
    String found(Person who, ClinicForm form, Model model, HttpServletResponse response) {
        try {
            OrganizationId organization = OrganizationId.of(text(form.organization()));
            String slug = clinics.found(who, organization, Id.parse(form.formKey()), form.description());
            return "redirect:/clinics/" + slug + "?founded";
        } catch (Invalid invalid) {
            return forms.again(show(who, form, model), model, invalid, response);
        }
    }

    private String show(Person who, ClinicForm form, Model model) {
        List<Membership> founding = clinics.founding(who);
        if (founding.isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute("form", form);
        model.addAttribute("organizations", founding);
        model.addAttribute("zones", Clinics.zones());
        return NEW;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** A new clinic as it was filled in. */
    record ClinicForm(
            @Nullable String key,
            @Nullable String organization,
            @Nullable String name,
            @Nullable String slug,
            @Nullable String zone) {

        ClinicDescription description() {
            return ClinicDescription.beginning(text(name), text(slug), ClinicDescription.zone("zone", zone));
        }

        /** The form's own key: sent twice it founds one clinic. */
        public String formKey() {
            return key == null || key.isEmpty() ? UUID.randomUUID().toString() : key;
        }
    }
}
