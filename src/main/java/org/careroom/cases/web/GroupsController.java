package org.careroom.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.careroom.cases.CaseId;
import org.careroom.cases.CasePages;
import org.careroom.cases.CasePermissions;
import org.careroom.cases.DefaultGroups;
import org.careroom.cases.FollowerGroups;
import org.careroom.cases.GroupId;
import org.careroom.messaging.PeopleAdded;
import org.careroom.people.Person;
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

/** Follower groups of a case: setting a follower room up, its name, what it gets. */
@Controller
@RequestMapping("/cases/{id}/groups")
class GroupsController {

    private final FollowerGroups groups;
    private final DefaultGroups defaults;
    private final CasePages pages;
    private final CasePermissions permissions;
    private final GroupPage page;

    GroupsController(
            FollowerGroups groups,
            DefaultGroups defaults,
            CasePages pages,
            CasePermissions permissions,
            GroupPage page) {
        this.groups = groups;
        this.defaults = defaults;
        this.pages = pages;
        this.permissions = permissions;
        this.page = page;
    }

    /** Once a case is set up, what its workflow proposes. */
    @GetMapping("/defaults")
    String offered(Person who, @PathVariable String id, Model model) {
        CaseId of = CaseId.of(id);
        List<DefaultGroups.Offered> offered = defaults.of(who, of);
        if (offered.isEmpty()) {
            return "redirect:/cases/" + of;
        }
        model.addAttribute("of", pages.ofAdmin(who, of));
        model.addAttribute("offered", offered);
        return "cases/defaults";
    }

    @PostMapping("/defaults")
    ResponseEntity<Void> take(
            Person who, @PathVariable String id, @RequestParam(required = false) @Nullable Set<String> group) {
        defaults.make(who, CaseId.of(id), group == null ? Set.of() : group);
        return SeeOther.to("/cases/" + id);
    }

    @GetMapping("/new")
    String blank(Person who, @PathVariable String id, Model model) {
        return page.show(who, CaseId.of(id), null, GroupForm.EMPTY, model);
    }

    @PostMapping
    String make(Person who, @PathVariable String id, GroupForm form, Model model, HttpServletResponse response) {
        CaseId of = CaseId.of(id);
        try {
            PeopleAdded added = groups.make(who, of, form.wanted()).people();
            return GroupPage.onward(added, "/cases/" + of + "/permissions", model);
        } catch (Invalid invalid) {
            return page.again(who, of, null, form, model, invalid, response);
        }
    }

    @GetMapping("/{group}")
    String edit(Person who, @PathVariable String id, @PathVariable String group, Model model) {
        CaseId of = CaseId.of(id);
        CasePermissions.Group shown = permissions.group(who, of, GroupId.of(group));
        return page.show(who, of, shown, GroupForm.of(shown), model);
    }

    @PostMapping("/{group}/name")
    String rename(
            Person who,
            @PathVariable String id,
            @PathVariable String group,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response) {
        CaseId of = CaseId.of(id);
        GroupId groupId = GroupId.of(group);
        try {
            groups.rename(who, of, groupId, name);
            return "redirect:/cases/" + of + "/groups/" + groupId;
        } catch (Invalid invalid) {
            CasePermissions.Group shown = permissions.group(who, of, groupId);
            model.addAttribute("typedName", name);
            return page.again(who, of, shown, GroupForm.of(shown), model, invalid, response);
        }
    }

    /** Says first what will be revealed, and what will no longer be told; from there the way back keeps what was chosen. */
    @PostMapping("/{group}/given")
    String give(
            Person who,
            @PathVariable String id,
            @PathVariable String group,
            GroupForm form,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "false") boolean back,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        CaseId of = CaseId.of(id);
        GroupId groupId = GroupId.of(group);
        model.addAttribute("confirm", !back);
        if (back || !confirmed) {
            return page.show(who, of, permissions.group(who, of, groupId), form, model);
        }
        try {
            groups.give(who, of, groupId, form.given(), seen);
            return "redirect:/cases/" + of + "/permissions";
        } catch (Invalid changed) {
            return page.again(who, of, permissions.group(who, of, groupId), form, model, changed, response);
        }
    }

    @PostMapping("/{group}/join")
    ResponseEntity<Void> join(Person who, @PathVariable String id, @PathVariable String group) {
        return SeeOther.to("/rooms/" + groups.join(who, CaseId.of(id), GroupId.of(group)));
    }

    @PostMapping("/{group}/delete")
    ResponseEntity<Void> delete(Person who, @PathVariable String id, @PathVariable String group) {
        groups.delete(who, CaseId.of(id), GroupId.of(group));
        return SeeOther.to("/cases/" + id + "/permissions");
    }
}
