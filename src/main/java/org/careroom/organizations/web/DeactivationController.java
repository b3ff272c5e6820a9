package org.careroom.organizations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.organizations.MemberAction;
import org.careroom.organizations.MemberDetails;
import org.careroom.organizations.MemberId;
import org.careroom.organizations.MemberList;
import org.careroom.organizations.MemberRow;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.Status;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The step that deactivates a member: says what it ends, and asks who takes over what the member is the only one for. */
@Controller
class DeactivationController {

    private static final String VIEW = "organizations/deactivation";

    private final MemberList members;
    private final MemberSettings settings;
    private final Forms forms;

    DeactivationController(MemberList members, MemberSettings settings, Forms forms) {
        this.members = members;
        this.settings = settings;
        this.forms = forms;
    }

    @GetMapping("/settings/team/{member}/deactivate")
    String page(Person who, @PathVariable String member, Model model) {
        MemberDetails details = members.details(who, MemberId.of(member));
        List<MemberRow> invited = members.invitedBy(who, MemberId.of(member));
        Reason refusal = details.refusals().get(MemberAction.DEACTIVATE);
        if (refusal != null) {
            throw new Refused(refusal);
        }
        model.addAttribute("details", details);
        model.addAttribute("invited", invited);
        if (!model.containsAttribute("withdrawn")) {
            model.addAttribute("withdrawn", invited.stream().map(MemberRow::id).collect(Collectors.toSet()));
        }
        model.addAttribute("duties", settings.duties(who, MemberId.of(member)));
        model.addAttribute(
                "successors",
                members.all(who, details.organization().id(), Status.ACTIVE).stream()
                        .filter(row -> !row.id().equals(details.member().id()))
                        .toList());
        return VIEW;
    }

    @PostMapping("/settings/team/{member}/deactivate")
    String deactivate(
            Person who,
            @PathVariable String member,
            @RequestParam(defaultValue = "") String successor,
            @RequestParam(defaultValue = "") List<String> withdraw,
            Model model,
            HttpServletResponse response) {
        Set<MemberId> withdrawn = withdraw.stream().map(MemberId::of).collect(Collectors.toSet());
        try {
            settings.deactivate(who, MemberId.of(member), successor, withdrawn);
            return "redirect:/settings/team/" + MemberId.of(member) + "?saved";
        } catch (Invalid invalid) {
            model.addAttribute("successor", successor);
            model.addAttribute("withdrawn", withdrawn);
            return forms.again(page(who, member, model), model, invalid, response);
        }
    }
}
