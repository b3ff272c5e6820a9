package org.careroom.organizations.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.organizations.Approvals;
import org.careroom.organizations.MemberId;
import org.careroom.organizations.MemberList;
import org.careroom.organizations.Membership;
import org.careroom.organizations.Status;
import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People who asked to join: an admin approves or denies them, one or several ticked (product 1). */
@Controller
class PendingController {

    private final MemberList members;
    private final Approvals approvals;

    PendingController(MemberList members, Approvals approvals) {
        this.members = members;
        this.approvals = approvals;
    }

    @GetMapping("/settings/team/pending")
    String page(
            Person who,
            Membership chosen,
            @RequestParam(required = false) @Nullable Integer approved,
            @RequestParam(required = false) @Nullable Integer denied,
            Model model) {
        model.addAttribute("chosen", chosen);
        model.addAttribute("approved", approved);
        model.addAttribute("denied", denied);
        model.addAttribute("pending", members.all(who, chosen.organization(), Status.PENDING));
        return "organizations/pending";
    }

    @PostMapping("/settings/team/pending/approve")
    String approve(Person who, Membership chosen, @RequestParam(defaultValue = "") List<String> member) {
        int approved = approvals.approve(who, chosen.organization(), ids(member));
        return answered(chosen, member, "approved=" + approved);
    }

    @PostMapping("/settings/team/pending/deny")
    String deny(Person who, Membership chosen, @RequestParam(defaultValue = "") List<String> member) {
        int denied = approvals.deny(who, chosen.organization(), ids(member));
        return answered(chosen, member, "denied=" + denied);
    }

    private static String answered(Membership chosen, List<String> member, String outcome) {
        return "redirect:/settings/team/pending?organization=" + chosen.organization() + "&"
                + (member.isEmpty() ? "unticked" : outcome);
    }

    private static Set<MemberId> ids(List<String> member) {
        return member.stream().map(MemberId::of).collect(Collectors.toSet());
    }
}
