package org.careroom.organizations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.careroom.organizations.CsvInvitations;
import org.careroom.organizations.CsvLine;
import org.careroom.organizations.CsvText;
import org.careroom.organizations.MemberInvitations;
import org.careroom.organizations.MemberList;
import org.careroom.organizations.Membership;
import org.careroom.organizations.Status;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.Letters;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Invitations by e-mail, singly and by CSV; links are shown on the answer that made them, as they are stored nowhere. */
@Controller
class InvitationsController {

    private static final String VIEW = "organizations/invitations";

    private final MemberList members;
    private final MemberInvitations invitations;
    private final CsvInvitations csvInvitations;
    private final Letters letters;
    private final Forms forms;

    InvitationsController(
            MemberList members,
            MemberInvitations invitations,
            CsvInvitations csvInvitations,
            Letters letters,
            Forms forms) {
        this.members = members;
        this.invitations = invitations;
        this.csvInvitations = csvInvitations;
        this.letters = letters;
        this.forms = forms;
    }

    @GetMapping("/settings/team/invitations")
    String page(Person who, Membership chosen, Model model) {
        model.addAttribute("chosen", chosen);
        model.addAttribute("mailed", letters.sent());
        model.addAttribute("invited", members.all(who, chosen.organization(), Status.INVITED));
        return VIEW;
    }

    @PostMapping("/settings/team/invitations")
    String invite(
            Person who,
            Membership chosen,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletResponse response) {
        try {
            IssuedInvitation issued = invitations.invite(who, chosen.organization(), email, name);
            model.addAttribute("issued", List.of(issued));
            return page(who, chosen, model);
        } catch (Invalid invalid) {
            model.addAttribute("name", name);
            model.addAttribute("email", email);
            return forms.again(page(who, chosen, model), model, invalid, response);
        }
    }

    /** Shows what each line would do; a file that was chosen wins over what was pasted. */
    @PostMapping("/settings/team/invitations/preview")
    String preview(
            Person who,
            Membership chosen,
            @RequestParam(defaultValue = "") String csv,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        model.addAttribute("csv", csv);
        try {
            CsvText given = file == null || file.isEmpty() ? CsvText.typed(csv) : CsvText.of(file.getBytes());
            model.addAttribute("csv", given.text());
            model.addAttribute("guessed", given.guessed());
            List<CsvLine> lines = csvInvitations.preview(who, chosen.organization(), given.text());
            model.addAttribute("lines", lines);
            model.addAttribute("good", lines.stream().filter(CsvLine::good).count());
            return page(who, chosen, model);
        } catch (Invalid invalid) {
            return forms.again(page(who, chosen, model), model, invalid, response);
        }
    }

    /** Reloading an answer that only a form can ask for leads back to the page. */
    @GetMapping({"/settings/team/invitations/preview", "/settings/team/invitations/csv"})
    String again() {
        return "redirect:/settings/team/invitations";
    }

    @PostMapping("/settings/team/invitations/csv")
    String send(
            Person who,
            Membership chosen,
            @RequestParam(defaultValue = "") String csv,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("csv", csv);
        try {
            CsvInvitations.Sent sent = csvInvitations.send(who, chosen.organization(), csv);
            model.addAttribute("issued", sent.invitations());
            model.addAttribute("csv", sent.rest());
            return page(who, chosen, model);
        } catch (Invalid invalid) {
            return forms.again(page(who, chosen, model), model, invalid, response);
        }
    }
}
