package org.careroom.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.careroom.cases.CaseDescription;
import org.careroom.cases.CaseId;
import org.careroom.cases.CasePages;
import org.careroom.cases.Cases;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
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

/** One case: its page, what it is called and known by, closing it. */
@Controller
@RequestMapping("/cases/{id}")
class CaseController {

    private final Cases cases;
    private final CasePages pages;
    private final CasePage page;
    private final Forms forms;

    CaseController(Cases cases, CasePages pages, CasePage page, Forms forms) {
        this.cases = cases;
        this.pages = pages;
        this.page = page;
        this.forms = forms;
    }

    @GetMapping
    String page(Person who, @PathVariable String id, Model model) {
        return page.show(who, CaseId.of(id), FilledIn.NOTHING, model);
    }

    @GetMapping("/describe")
    String describe(Person who, @PathVariable String id, Model model) {
        CaseId of = CaseId.of(id);
        return form(who, of, DescriptionForm.of(pages.ofAdmin(who, of).description()), model);
    }

    @PostMapping("/describe")
    String change(
            Person who, @PathVariable String id, DescriptionForm form, Model model, HttpServletResponse response) {
        CaseId of = CaseId.of(id);
        try {
            cases.describe(who, of, form.description(), form.begun());
            return "redirect:/cases/" + of;
        } catch (Invalid invalid) {
            return forms.again(form(who, of, form, model), model, invalid, response);
        }
    }

    @PostMapping("/close")
    ResponseEntity<Void> close(Person who, @PathVariable String id) {
        cases.close(who, CaseId.of(id));
        return SeeOther.to("/cases/" + id);
    }

    @PostMapping("/reopen")
    ResponseEntity<Void> reopen(Person who, @PathVariable String id) {
        cases.reopen(who, CaseId.of(id));
        return SeeOther.to("/cases/" + id);
    }

    private String form(Person who, CaseId id, DescriptionForm form, Model model) {
        model.addAttribute("of", pages.ofAdmin(who, id));
        model.addAttribute("form", form);
        return "cases/describe";
    }

    /** What a case is called and known by, as it was filled in. */
    record DescriptionForm(
            @Nullable String name,
            @Nullable String unosId,
            @Nullable String matchId,
            @Nullable String opo,
            @Nullable String stage,
            @Nullable Set<String> tags,
            @Nullable String seen) {

        static DescriptionForm of(CaseDescription of) {
            return new DescriptionForm(
                    of.name(), of.unosId(), of.matchId(), of.opo(), of.stage(), of.tags(), of.digest());
        }

        CaseDescription description() {
            return new CaseDescription(
                    text(name), text(unosId), text(matchId), text(opo), text(stage), tags == null ? Set.of() : tags);
        }

        /** What the person began with. */
        String begun() {
            return text(seen);
        }

        public boolean hasTag(String tag) {
            return tags != null && tags.contains(tag);
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }
}
