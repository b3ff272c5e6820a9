package org.careroom.cases.web;

import org.careroom.cases.CaseId;
import org.careroom.cases.CasePages;
import org.careroom.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Chooses the page of a case for a person: the whole for an admin, what they were given for a follower. */
@Component
class CasePage {

    private final CasePages pages;

    CasePage(CasePages pages) {
        this.pages = pages;
    }

    String show(Person who, CaseId id, FilledIn filledIn, Model model) {
        model.addAttribute("filledIn", filledIn);
        if (pages.isAdmin(who, id)) {
            model.addAttribute("of", pages.ofAdmin(who, id));
            return "cases/case";
        }
        model.addAttribute("of", pages.ofFollower(who, id));
        return "cases/followed";
    }
}
