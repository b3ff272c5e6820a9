package org.careroom.organizations.web;

import jakarta.servlet.http.HttpServletResponse;
import org.careroom.organizations.Level;
import org.careroom.organizations.MemberDetails;
import org.careroom.organizations.MemberId;
import org.careroom.organizations.MemberInvitations;
import org.careroom.organizations.MemberList;
import org.careroom.organizations.MemberSettings;
import org.careroom.people.Letters;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A member's page: level and job role, the invitation, a link for a forgotten password. */
@Controller
class MemberController {

    private static final String VIEW = "organizations/member";

    private final MemberList members;
    private final MemberSettings settings;
    private final MemberInvitations invitations;
    private final Letters letters;
    private final Forms forms;

    MemberController(
            MemberList members, MemberSettings settings, MemberInvitations invitations, Letters letters, Forms forms) {
        this.members = members;
        this.settings = settings;
        this.invitations = invitations;
        this.letters = letters;
        this.forms = forms;
    }

    @ModelAttribute("mailed")
    boolean mailed() {
        return letters.sent();
    }

    record MemberForm(@Nullable String jobRole, @Nullable Level level) {}

    @GetMapping("/settings/team/{member}")
    String page(Person who, @PathVariable String member, Model model) {
        MemberDetails details = members.details(who, MemberId.of(member));
        model.addAttribute("details", details);
        model.addAttribute(
                "form",
                new MemberForm(details.member().jobRole(), details.member().level()));
        return VIEW;
    }

    @PostMapping("/settings/team/{member}")
    String save(Person who, @PathVariable String member, MemberForm form, Model model, HttpServletResponse response) {
        MemberId id = MemberId.of(member);
        MemberDetails details = members.details(who, id);
        Level level = form.level() == null ? details.member().level() : form.level();
        try {
            settings.describe(who, id, form.jobRole(), level);
            return "redirect:/settings/team/" + id + "?saved";
        } catch (Invalid invalid) {
            model.addAttribute("details", details);
            model.addAttribute("form", new MemberForm(form.jobRole(), level));
            return forms.again(VIEW, model, invalid, response);
        }
    }

    @PostMapping("/settings/team/{member}/invite-again")
    String inviteAgain(Person who, @PathVariable String member, Model model) {
        model.addAttribute("issued", invitations.inviteAgain(who, MemberId.of(member)));
        return page(who, member, model);
    }

    /** Reloading an answer that only a form can ask for leads back to the page. */
    @GetMapping({"/settings/team/{member}/invite-again", "/settings/team/{member}/password-link"})
    String again(@PathVariable String member) {
        return "redirect:/settings/team/" + MemberId.of(member);
    }

    @PostMapping("/settings/team/{member}/withdraw")
    String withdraw(Person who, @PathVariable String member) {
        String organization =
                members.details(who, MemberId.of(member)).organization().id().toString();
        invitations.withdraw(who, MemberId.of(member));
        return "redirect:/settings/team/invitations?withdrawn&organization=" + organization;
    }

    /** The link is shown once, on this answer, and stored nowhere. */
    @PostMapping("/settings/team/{member}/password-link")
    String passwordLink(Person who, @PathVariable String member, Model model) {
        model.addAttribute("passwordLink", settings.passwordLink(who, MemberId.of(member)));
        return page(who, member, model);
    }

    @PostMapping("/settings/team/{member}/reactivate")
    String reactivate(Person who, @PathVariable String member) {
        settings.reactivate(who, MemberId.of(member));
        return "redirect:/settings/team/" + MemberId.of(member) + "?saved";
    }
}
