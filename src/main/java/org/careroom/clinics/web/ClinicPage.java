package org.careroom.clinics.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.clinics.ClinicRole;
import org.careroom.clinics.ClinicSettings;
import org.careroom.clinics.ClinicView;
import org.careroom.clinics.Clinics;
import org.careroom.clinics.EntryField;
import org.careroom.clinics.RoomSettings;
import org.careroom.organizations.Members;
import org.careroom.people.Person;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a clinic's settings, with what was typed where a form is shown again. */
@Component
class ClinicPage {

    private final ClinicSettings settings;
    private final RoomSettings rooms;
    private final Members members;

    ClinicPage(ClinicSettings settings, RoomSettings rooms, Members members) {
        this.settings = settings;
        this.rooms = rooms;
        this.members = members;
    }

    /** @return the view */
    String show(Person who, String slug, Model model) {
        ClinicView clinic = settings.of(who, slug);
        model.addAttribute("clinic", clinic);
        model.addAttribute("slug", slug);
        model.addAttribute("zones", Clinics.zones());
        model.addAttribute("weekdays", weekdays());
        model.addAttribute("kinds", EntryField.Kind.values());
        model.addAttribute("roles", ClinicRole.values());
        Set<String> there =
                clinic.members().stream().map(ClinicView.MemberRow::email).collect(Collectors.toSet());
        model.addAttribute("addsMyself", !there.contains(who.email()));
        model.addAttribute(
                "colleagues",
                members.colleaguesIn(who, settings.organization(who, slug)).stream()
                        .filter(colleague -> !there.contains(colleague.email()))
                        .toList());
        model.addAttribute("rooms", rooms.of(who, slug));
        addUnlessTyped(model, "form", ClinicForms.Description.of(clinic.description()));
        addUnlessTyped(model, "hours", ClinicForms.Hours.of(clinic.hours()));
        addUnlessTyped(model, "fields", ClinicForms.Fields.of(clinic.fields()));
        return "clinics/clinic";
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
