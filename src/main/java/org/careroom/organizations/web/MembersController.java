package org.careroom.organizations.web;

import java.util.Arrays;
import org.careroom.organizations.MemberList;
import org.careroom.organizations.Membership;
import org.careroom.organizations.Status;
import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of members. */
@Controller
class MembersController {

    private final MemberList members;

    MembersController(MemberList members) {
        this.members = members;
    }

    @GetMapping("/settings/team")
    String page(
            Person who,
            Membership chosen,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Status only = Arrays.stream(Status.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElse(null);
        model.addAttribute("chosen", chosen);
        model.addAttribute("members", members.page(who, chosen.organization(), only, query.replace("\0", ""), after));
        model.addAttribute("counts", members.counts(who, chosen.organization()));
        model.addAttribute("statuses", Status.values());
        model.addAttribute("status", only);
        model.addAttribute("query", query);
        return "organizations/members";
    }
}
