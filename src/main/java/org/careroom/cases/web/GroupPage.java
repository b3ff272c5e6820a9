package org.careroom.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import org.careroom.cases.CaseId;
import org.careroom.cases.CasePages;
import org.careroom.cases.CasePermissions;
import org.careroom.messaging.PeopleAdded;
import org.careroom.organizations.Members;
import org.careroom.organizations.Teams;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a follower group: a blank form, or who follows by the group and what it gets. */
@Component
class GroupPage {

    private final CasePages pages;
    private final Members members;
    private final Teams teams;
    private final Forms forms;

    GroupPage(CasePages pages, Members members, Teams teams, Forms forms) {
        this.pages = pages;
        this.members = members;
        this.teams = teams;
        this.forms = forms;
    }

    String show(Person who, CaseId id, CasePermissions.@Nullable Group group, GroupForm form, Model model) {
        model.addAttribute("of", pages.ofAdmin(who, id));
        model.addAttribute("group", group);
        model.addAttribute("form", form);
        model.addAttribute("colleagues", members.colleagues(who, ""));
        model.addAttribute("teams", teams.visibleTo(who));
        return "cases/group";
    }

    /** The same with what is wrong. */
    String again(
            Person who,
            CaseId id,
            CasePermissions.@Nullable Group group,
            GroupForm form,
            Model model,
            Invalid invalid,
            HttpServletResponse response) {
        return forms.again(show(who, id, group, form, model), model, invalid, response);
    }

    /** On to a page, or first to the links for those who have no account, which are told only once. */
    static String onward(PeopleAdded added, String address, Model model) {
        if (!added.hasLinks()) {
            return "redirect:" + address;
        }
        model.addAttribute("added", added).addAttribute("on", address);
        return "messaging/links";
    }
}
