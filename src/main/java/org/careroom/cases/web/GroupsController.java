package org.careroom.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.cases.CaseId;
import org.careroom.cases.CasePages;
import org.careroom.cases.CasePermissions;
import org.careroom.cases.DefaultGroups;
import org.careroom.cases.FieldId;
import org.careroom.cases.FollowerGroups;
import org.careroom.cases.Followers;
import org.careroom.cases.GroupId;
import org.careroom.cases.NewGroup;
import org.careroom.cases.TaskId;
import org.careroom.messaging.PeopleAdded;
import org.careroom.organizations.Members;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.Teams;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Forms;
import org.careroom.shared.Id;
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

/** Follower groups of a case: setting a follower room up, what it gets, who is in it. */
@Controller
@RequestMapping("/cases/{id}/groups")
class GroupsController {

    private final FollowerGroups groups;
    private final Followers followers;
    private final DefaultGroups defaults;
    private final CasePages pages;
    private final CasePermissions permissions;
    private final Members members;
    private final Teams teams;
    private final Forms forms;

    GroupsController(
            FollowerGroups groups,
            Followers followers,
            DefaultGroups defaults,
            CasePages pages,
            CasePermissions permissions,
            Members members,
            Teams teams,
            Forms forms) {
        this.groups = groups;
        this.followers = followers;
        this.defaults = defaults;
        this.pages = pages;
        this.permissions = permissions;
        this.members = members;
        this.teams = teams;
        this.forms = forms;
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
        return form(who, CaseId.of(id), null, GroupForm.EMPTY, model);
    }

    @PostMapping
    String make(Person who, @PathVariable String id, GroupForm form, Model model, HttpServletResponse response) {
        CaseId of = CaseId.of(id);
        try {
            PeopleAdded added = groups.make(who, of, form.wanted()).people();
            return onward(added, "/cases/" + of + "/permissions", model);
        } catch (Invalid invalid) {
            return forms.again(form(who, of, null, form, model), model, invalid, response);
        }
    }

    @GetMapping("/{group}")
    String edit(Person who, @PathVariable String id, @PathVariable String group, Model model) {
        CaseId of = CaseId.of(id);
        CasePermissions.Group shown = permissions.group(who, of, GroupId.of(group));
        return form(who, of, shown, GroupForm.of(shown), model);
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
            return forms.again(form(who, of, shown, GroupForm.of(shown), model), model, invalid, response);
        }
    }

    /** Says first what will be revealed, and what will no longer be told. */
    @PostMapping("/{group}/given")
    String give(
            Person who,
            @PathVariable String id,
            @PathVariable String group,
            GroupForm form,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        CaseId of = CaseId.of(id);
        GroupId groupId = GroupId.of(group);
        model.addAttribute("confirm", true);
        if (!confirmed) {
            return form(who, of, permissions.group(who, of, groupId), form, model);
        }
        try {
            groups.give(who, of, groupId, form.given(), seen);
            return "redirect:/cases/" + of + "/permissions";
        } catch (Invalid changed) {
            return forms.again(
                    form(who, of, permissions.group(who, of, groupId), form, model), model, changed, response);
        }
    }

    @PostMapping("/{group}/people")
    String add(
            Person who,
            @PathVariable String id,
            @PathVariable String group,
            GroupForm form,
            Model model,
            HttpServletResponse response) {
        CaseId of = CaseId.of(id);
        GroupId groupId = GroupId.of(group);
        try {
            PeopleAdded added = followers.add(who, of, groupId, form.addresses(), form.teamIds());
            return onward(added, "/cases/" + of + "/groups/" + groupId, model);
        } catch (Invalid invalid) {
            CasePermissions.Group shown = permissions.group(who, of, groupId);
            return forms.again(form(who, of, shown, GroupForm.of(shown).adding(form), model), model, invalid, response);
        }
    }

    @PostMapping("/{group}/people/{person}/remove")
    ResponseEntity<Void> remove(
            Person who, @PathVariable String id, @PathVariable String group, @PathVariable String person) {
        followers.remove(who, CaseId.of(id), GroupId.of(group), PersonId.of(person));
        return SeeOther.to("/cases/" + id + "/groups/" + group);
    }

    @PostMapping("/{group}/strangers/withdraw")
    ResponseEntity<Void> withdraw(
            Person who,
            @PathVariable String id,
            @PathVariable String group,
            @RequestParam(defaultValue = "") String address) {
        followers.withdraw(who, CaseId.of(id), GroupId.of(group), address);
        return SeeOther.to("/cases/" + id + "/groups/" + group);
    }

    /** A team's change is accepted for the group, or declined. */
    @PostMapping("/{group}/teams/{team}")
    ResponseEntity<Void> team(
            Person who,
            @PathVariable String id,
            @PathVariable String group,
            @PathVariable String team,
            @RequestParam(defaultValue = "false") boolean accept) {
        followers.follow(who, CaseId.of(id), GroupId.of(group), TeamId.of(team), accept);
        return SeeOther.to("/cases/" + id + "/groups/" + group);
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

    /** On to a page, or first to the links for those who have no account, which are told only once. */
    private static String onward(PeopleAdded added, String address, Model model) {
        if (!added.hasLinks()) {
            return "redirect:" + address;
        }
        model.addAttribute("added", added).addAttribute("on", address);
        return "messaging/links";
    }

    private String form(Person who, CaseId id, CasePermissions.@Nullable Group group, GroupForm form, Model model) {
        model.addAttribute("of", pages.ofAdmin(who, id));
        model.addAttribute("group", group);
        model.addAttribute("form", form);
        model.addAttribute("colleagues", members.colleagues(who, ""));
        model.addAttribute("teams", teams.visibleTo(who));
        return "cases/group";
    }

    /** The form of a follower room as it was filled in. */
    record GroupForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable List<String> people,
            @Nullable List<String> teams,
            @Nullable Set<String> tasks,
            @Nullable Set<String> fields,
            @Nullable Boolean mayEdit) {

        static final GroupForm EMPTY = new GroupForm(null, null, null, null, null, null, null);

        static GroupForm of(CasePermissions.Group group) {
            return new GroupForm(
                    null,
                    group.name(),
                    null,
                    null,
                    group.tasks().stream().map(TaskId::toString).collect(Collectors.toSet()),
                    group.fields().stream().map(FieldId::toString).collect(Collectors.toSet()),
                    group.mayEdit());
        }

        GroupForm adding(GroupForm typed) {
            return new GroupForm(key, name, typed.people, typed.teams, tasks, fields, mayEdit);
        }

        NewGroup wanted() {
            UUID form = key == null ? Id.next() : Id.parse(key);
            return new NewGroup(form, name == null ? "" : name, addresses(), teamIds(), given());
        }

        /** The form's own key: sent twice it makes one room. */
        public String formKey() {
            return key == null ? Id.next().toString() : key;
        }

        NewGroup.Given given() {
            return new NewGroup.Given(
                    tasks == null ? Set.of() : tasks.stream().map(TaskId::of).collect(Collectors.toSet()),
                    fields == null ? Set.of() : fields.stream().map(FieldId::of).collect(Collectors.toSet()),
                    edits());
        }

        List<String> addresses() {
            return people == null ? List.of() : people;
        }

        List<TeamId> teamIds() {
            return teams == null ? List.of() : teams.stream().map(TeamId::of).toList();
        }

        public boolean edits() {
            return Boolean.TRUE.equals(mayEdit);
        }

        public boolean hasTask(TaskId id) {
            return tasks != null && tasks.contains(id.toString());
        }

        public boolean hasField(FieldId id) {
            return fields != null && fields.contains(id.toString());
        }

        public boolean hasTeam(TeamId id) {
            return teams != null && teams.contains(id.toString());
        }

        /** Whether the group will get the field. */
        public boolean gets(TaskId task, FieldId field) {
            return hasTask(task) || hasField(field);
        }
    }
}
