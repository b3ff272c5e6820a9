package org.careroom.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careroom.cases.CaseDescription;
import org.careroom.cases.CaseFilter;
import org.careroom.cases.CaseId;
import org.careroom.cases.CaseList;
import org.careroom.cases.CaseOversight;
import org.careroom.cases.Cases;
import org.careroom.cases.NewCase;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.workflows.Workflow;
import org.careroom.workflows.WorkflowId;
import org.careroom.workflows.Workflows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases, and setting up a new one. */
@Controller
class CasesController {

    private static final String NEW = "cases/new";

    private final Cases cases;
    private final CaseList list;
    private final CaseOversight oversight;
    private final Workflows workflows;
    private final Forms forms;

    CasesController(Cases cases, CaseList list, CaseOversight oversight, Workflows workflows, Forms forms) {
        this.cases = cases;
        this.list = list;
        this.oversight = oversight;
        this.workflows = workflows;
        this.forms = forms;
    }

    @GetMapping("/cases")
    String page(Person who, ListQuery query, Model model) {
        requireStaff(who);
        CaseFilter filter = query.filter();
        model.addAttribute("filter", filter);
        model.addAttribute("cases", list.of(who, filter));
        model.addAttribute("stages", list.stages(who));
        model.addAttribute("tags", list.tags(who));
        model.addAttribute("runsAny", list.runsAny(who));
        model.addAttribute("maySetUp", cases.maySetUp(who));
        model.addAttribute("mayBuild", workflows.mayBuild(who));
        model.addAttribute("oversees", oversight.isAdmin(who));
        return "cases/list";
    }

    /** All cases of the organizations that the person is an admin of. */
    @GetMapping("/cases/all")
    String all(
            Person who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("cases", oversight.list(who, q, after == null ? null : CaseId.of(after)));
        return "cases/all";
    }

    /** The first step is the workflow, the second what the case is called and known by. */
    @GetMapping("/cases/new")
    String blank(Person who, Membership chosen, CaseForm form, Model model) {
        return show(who, chosen.organization(), form, model);
    }

    @PostMapping("/cases")
    String create(Person who, Membership chosen, CaseForm form, Model model, HttpServletResponse response) {
        try {
            CaseId made = cases.create(who, form.wanted());
            return "redirect:/cases/" + made + "/groups/defaults";
        } catch (Invalid invalid) {
            return forms.again(show(who, chosen.organization(), form, model), model, invalid, response);
        }
    }

    private String show(Person who, OrganizationId organization, CaseForm form, Model model) {
        List<Workflow> offered = workflows.of(who, organization);
        if (!cases.maySetUp(who)) {
            throw new NotFound();
        }
        model.addAttribute("form", form);
        model.addAttribute("organization", organization);
        model.addAttribute("workflows", offered);
        model.addAttribute("mayBuild", workflows.mayBuild(who));
        model.addAttribute(
                "workflow",
                offered.stream()
                        .filter(workflow -> workflow.id().toString().equals(form.workflow()))
                        .findFirst()
                        .orElse(null));
        return NEW;
    }

    /** Clients have conversations, and nothing of cases (product 1). */
    private static void requireStaff(Person who) {
        if (!who.isStaff()) {
            throw new NotFound();
        }
    }

    /** Which part of the list is asked for; {@code show=closed} for the closed cases. */
    record ListQuery(
            @Nullable String show,
            @Nullable String mine,
            @Nullable String stage,
            @Nullable String tag,
            @Nullable String q,
            @Nullable String after) {

        CaseFilter filter() {
            return new CaseFilter(
                    !"closed".equals(show),
                    mine != null,
                    PlainText.lineOrEmpty("stage", stage, PlainText.NAME),
                    PlainText.lineOrEmpty("tag", tag, PlainText.NAME),
                    PlainText.lineOrEmpty("q", q, PlainText.NAME),
                    after == null || after.isEmpty() ? null : CaseId.of(after));
        }
    }

    /** The form of a new case as it was filled in. */
    record CaseForm(
            @Nullable String key,
            @Nullable String workflow,
            @Nullable String name,
            @Nullable String unosId,
            @Nullable String matchId,
            @Nullable String opo,
            @Nullable String stage,
            @Nullable Set<String> tags) {

        NewCase wanted() {
            return new NewCase(
                    Id.parse(text(key)),
                    WorkflowId.of(text(workflow)),
                    new CaseDescription(
                            text(name),
                            text(unosId),
                            text(matchId),
                            text(opo),
                            text(stage),
                            tags == null ? Set.of() : tags));
        }

        /** The form's own key: sent twice it makes one case. */
        public String formKey() {
            return key == null ? UUID.randomUUID().toString() : key;
        }

        public boolean hasTag(String tag) {
            return tags != null && tags.contains(tag);
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }
}
