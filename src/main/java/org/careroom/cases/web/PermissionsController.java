package org.careroom.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.careroom.cases.CaseAdmins;
import org.careroom.cases.CaseId;
import org.careroom.cases.CasePermissions;
import org.careroom.cases.CaseRequests;
import org.careroom.organizations.Members;
import org.careroom.organizations.Teams;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.careroom.shared.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has to do with a case: its admins and its follower groups. */
@Controller("casePermissionsController")
@RequestMapping("/cases/{id}")
class PermissionsController {

    private final CasePermissions permissions;
    private final CaseAdmins admins;
    private final CaseRequests requests;
    private final Members members;
    private final Teams teams;
    private final Forms forms;

    PermissionsController(
            CasePermissions permissions,
            CaseAdmins admins,
            CaseRequests requests,
            Members members,
            Teams teams,
            Forms forms) {
        this.permissions = permissions;
        this.admins = admins;
        this.requests = requests;
        this.members = members;
        this.teams = teams;
        this.forms = forms;
    }

    @GetMapping("/permissions")
    String page(Person who, @PathVariable String id, Model model) {
        return show(who, CaseId.of(id), List.of(), model);
    }

    @PostMapping("/admins")
    String add(
            Person who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> people,
            @RequestParam(defaultValue = "false") boolean everywhere,
            Model model,
            HttpServletResponse response) {
        CaseId of = CaseId.of(id);
        List<String> typed = people == null ? List.of() : people;
        try {
            admins.add(who, of, typed, everywhere);
            return "redirect:/cases/" + of + "/permissions";
        } catch (Invalid invalid) {
            return forms.again(show(who, of, typed, model), model, invalid, response);
        }
    }

    @PostMapping("/admins/{person}/remove")
    ResponseEntity<Void> remove(Person who, @PathVariable String id, @PathVariable String person) {
        PersonId removed = PersonId.of(person);
        admins.remove(who, CaseId.of(id), removed);
        return SeeOther.to(removed.equals(who.id()) ? "/cases" : "/cases/" + id + "/permissions");
    }

    private String show(Person who, CaseId id, List<String> typed, Model model) {
        model.addAttribute("of", permissions.of(who, id));
        model.addAttribute("requests", requests.open(who, id));
        model.addAttribute("colleagues", members.colleagues(who, ""));
        model.addAttribute("teams", teams.visibleTo(who));
        model.addAttribute("form", new GroupForm(null, null, typed, null, null, null, null));
        return "cases/permissions";
    }
}
