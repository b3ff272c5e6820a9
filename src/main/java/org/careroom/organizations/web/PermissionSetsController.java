package org.careroom.organizations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.careroom.organizations.Membership;
import org.careroom.organizations.Permission;
import org.careroom.organizations.PermissionSets;
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

/** Permissions saved under a name, to be applied to members on their permission pages. */
@Controller
class PermissionSetsController {

    private final PermissionSets sets;
    private final Forms forms;

    PermissionSetsController(PermissionSets sets, Forms forms) {
        this.sets = sets;
        this.forms = forms;
    }

    @GetMapping("/settings/permission-sets")
    String page(Person who, Membership chosen, Model model) {
        model.addAttribute("chosen", chosen);
        model.addAttribute("sets", sets.of(who, chosen.organization()));
        model.addAttribute("permissions", Permission.values());
        if (!model.containsAttribute("shown")) {
            model.addAttribute("shown", Set.of());
        }
        return "organizations/permission-sets";
    }

    @PostMapping("/settings/permission-sets")
    String save(
            Person who,
            Membership chosen,
            @RequestParam(defaultValue = "") String name,
            PermissionForm form,
            Model model,
            HttpServletResponse response) {
        Set<Permission> permissions = form.wished();
        try {
            sets.save(who, chosen.organization(), name, permissions);
            return "redirect:/settings/permission-sets?saved&organization=" + chosen.organization();
        } catch (Invalid invalid) {
            model.addAttribute("name", name);
            model.addAttribute("shown", permissions);
            return forms.again(page(who, chosen, model), model, invalid, response);
        }
    }

    @PostMapping("/settings/permission-sets/{set}/delete")
    String delete(Person who, Membership chosen, @PathVariable String set) {
        sets.delete(who, chosen.organization(), Id.parse(set));
        return "redirect:/settings/permission-sets?saved&organization=" + chosen.organization();
    }
}
