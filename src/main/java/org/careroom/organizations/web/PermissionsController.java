package org.careroom.organizations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.careroom.organizations.MemberDetails;
import org.careroom.organizations.MemberId;
import org.careroom.organizations.MemberList;
import org.careroom.organizations.Permission;
import org.careroom.organizations.PermissionSets;
import org.careroom.organizations.PermissionSettings;
import org.careroom.organizations.PermissionSettings.Answer;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A member's permission page: seven switches, of which Organization Chat needs three others (product 1). */
@Controller
class PermissionsController {

    private static final String VIEW = "organizations/permissions";

    private final MemberList members;
    private final PermissionSettings permissions;
    private final PermissionSets sets;
    private final Forms forms;

    PermissionsController(MemberList members, PermissionSettings permissions, PermissionSets sets, Forms forms) {
        this.members = members;
        this.permissions = permissions;
        this.sets = sets;
        this.forms = forms;
    }

    @GetMapping("/settings/team/{member}/permissions")
    String page(Person who, @PathVariable String member, Model model) {
        MemberDetails details = members.details(who, MemberId.of(member));
        return show(who, details, details.member().permissions(), model);
    }

    @PostMapping("/settings/team/{member}/permissions")
    String save(
            Person who,
            @PathVariable String member,
            PermissionForm form,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            HttpServletResponse response) {
        return change(who, member, form.wished(), confirmed, model, response);
    }

    /** Turns on what the set holds and nothing else, under the same rules. */
    @PostMapping("/settings/team/{member}/permissions/apply")
    String apply(
            Person who,
            @PathVariable String member,
            @RequestParam String set,
            Model model,
            HttpServletResponse response) {
        MemberDetails details = members.details(who, MemberId.of(member));
        Set<Permission> wished =
                sets.set(who, details.organization().id(), Id.parse(set)).permissions();
        return change(who, member, wished, false, model, response);
    }

    /** Reloading an answer that only a form can ask for leads back to the page. */
    @GetMapping({"/settings/team/{member}/permissions/apply", "/settings/team/{member}/permissions/save-set"})
    String again(@PathVariable String member) {
        return "redirect:/settings/team/" + MemberId.of(member) + "/permissions";
    }

    @PostMapping("/settings/team/{member}/permissions/save-set")
    String saveSet(
            Person who,
            @PathVariable String member,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response) {
        MemberDetails details = members.details(who, MemberId.of(member));
        try {
            sets.save(who, details.organization().id(), name, details.member().permissions());
            return "redirect:/settings/team/" + MemberId.of(member) + "/permissions?set";
        } catch (Invalid invalid) {
            model.addAttribute("setName", name);
            return forms.again(show(who, details, details.member().permissions(), model), model, invalid, response);
        }
    }

    private String change(
            Person who,
            String member,
            Set<Permission> wished,
            boolean confirmed,
            Model model,
            HttpServletResponse response) {
        MemberId id = MemberId.of(member);
        MemberDetails details = members.details(who, id);
        try {
            if (permissions.change(who, id, wished, confirmed) == Answer.CHANGED) {
                return "redirect:/settings/team/" + id + "/permissions?saved";
            }
            model.addAttribute("confirm", true);
            return show(who, details, wished, model);
        } catch (Invalid invalid) {
            return forms.again(show(who, details, wished, model), model, invalid, response);
        }
    }

    private String show(Person who, MemberDetails details, Set<Permission> shown, Model model) {
        model.addAttribute("details", details);
        model.addAttribute("permissions", Permission.values());
        model.addAttribute("shown", shown);
        model.addAttribute(
                "missing", PermissionSettings.missing(details.member().permissions()));
        model.addAttribute("sets", sets.of(who, details.organization().id()));
        return VIEW;
    }
}
