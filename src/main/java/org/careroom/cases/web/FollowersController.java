package org.careroom.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import org.careroom.cases.CaseId;
import org.careroom.cases.CasePermissions;
import org.careroom.cases.Followers;
import org.careroom.cases.GroupId;
import org.careroom.messaging.PeopleAdded;
import org.careroom.organizations.TeamId;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.SeeOther;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who follows a case by one of its groups. */
@Controller
@RequestMapping("/cases/{id}/groups/{group}")
class FollowersController {

    private final Followers followers;
    private final CasePermissions permissions;
    private final GroupPage page;

    FollowersController(Followers followers, CasePermissions permissions, GroupPage page) {
        this.followers = followers;
        this.permissions = permissions;
        this.page = page;
    }

    @PostMapping("/people")
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
            return GroupPage.onward(added, "/cases/" + of + "/groups/" + groupId, model);
        } catch (Invalid invalid) {
            CasePermissions.Group shown = permissions.group(who, of, groupId);
            return page.again(who, of, shown, GroupForm.of(shown).adding(form), model, invalid, response);
        }
    }

    @PostMapping("/people/{person}/remove")
    ResponseEntity<Void> remove(
            Person who, @PathVariable String id, @PathVariable String group, @PathVariable String person) {
        followers.remove(who, CaseId.of(id), GroupId.of(group), PersonId.of(person));
        return SeeOther.to("/cases/" + id + "/groups/" + group);
    }

    @PostMapping("/strangers/withdraw")
    ResponseEntity<Void> withdraw(
            Person who,
            @PathVariable String id,
            @PathVariable String group,
            @RequestParam(defaultValue = "") String address) {
        followers.withdraw(who, CaseId.of(id), GroupId.of(group), address);
        return SeeOther.to("/cases/" + id + "/groups/" + group);
    }

    /** A team's change is accepted for the group, or declined. */
    @PostMapping("/teams/{team}")
    ResponseEntity<Void> team(
            Person who,
            @PathVariable String id,
            @PathVariable String group,
            @PathVariable String team,
            @RequestParam(defaultValue = "false") boolean accept) {
        followers.follow(who, CaseId.of(id), GroupId.of(group), TeamId.of(team), accept);
        return SeeOther.to("/cases/" + id + "/groups/" + group);
    }
}
