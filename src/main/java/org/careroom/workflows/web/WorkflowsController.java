package org.careroom.workflows.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Team;
import org.careroom.organizations.Teams;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.workflows.FieldType;
import org.careroom.workflows.ProvidedWorkflows;
import org.careroom.workflows.Workflow;
import org.careroom.workflows.WorkflowDefinition;
import org.careroom.workflows.WorkflowId;
import org.careroom.workflows.Workflows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The workflows of an organization and their builder, whose steps and saving are buttons of one form. */
@Controller
class WorkflowsController {

    private static final String BUILDER = "workflows/builder";

    private final Workflows workflows;
    private final ProvidedWorkflows provided;
    private final Teams teams;
    private final People people;
    private final Forms forms;

    WorkflowsController(Workflows workflows, ProvidedWorkflows provided, Teams teams, People people, Forms forms) {
        this.workflows = workflows;
        this.provided = provided;
        this.teams = teams;
        this.people = people;
        this.forms = forms;
    }

    @GetMapping("/workflows")
    String list(Person who, Membership chosen, Model model) {
        List<Workflow> found = workflows.toBuildIn(who, chosen.organization());
        Map<PersonId, Person> named =
                people.named(found.stream().map(Workflow::changedBy).collect(Collectors.toSet()));
        model.addAttribute("chosen", chosen);
        model.addAttribute("workflows", found);
        model.addAttribute("named", named);
        model.addAttribute("provided", provided.names());
        return "workflows/list";
    }

    @GetMapping("/workflows/new")
    String blank(Person who, Membership chosen, @RequestParam(required = false) @Nullable String from, Model model) {
        workflows.toBuildIn(who, chosen.organization());
        WorkflowDefinition definition = from == null
                ? WorkflowDefinition.EMPTY
                : Optional.ofNullable(provided.copy(from, teams(who, chosen.organization())))
                        .orElseThrow(NotFound::new);
        WorkflowForm form = WorkflowForm.of(from == null ? "" : from, 0, definition);
        return show(
                who,
                chosen.organization(),
                null,
                from == null ? WorkflowStep.of("task-add").in(form) : form,
                model);
    }

    @PostMapping("/workflows")
    String create(
            Person who,
            Membership chosen,
            WorkflowForm form,
            @RequestParam(required = false) @Nullable String step,
            Model model,
            HttpServletResponse response) {
        workflows.toBuildIn(who, chosen.organization());
        if (step != null) {
            return show(who, chosen.organization(), null, WorkflowStep.of(step).in(form), model);
        }
        try {
            WorkflowId id = workflows.create(
                    who, chosen.organization(), form.name() == null ? "" : form.name(), form.definition());
            return "redirect:/workflows/" + id + "?saved";
        } catch (Invalid invalid) {
            return forms.again(show(who, chosen.organization(), null, form, model), model, invalid, response);
        }
    }

    @GetMapping("/workflows/{id}")
    String edit(Person who, @PathVariable String id, Model model) {
        Workflow workflow = workflows.toBuild(who, WorkflowId.of(id));
        return show(who, workflow.organization(), workflow, WorkflowForm.of(workflow), model);
    }

    @PostMapping("/workflows/{id}")
    String change(
            Person who,
            @PathVariable String id,
            WorkflowForm form,
            @RequestParam(required = false) @Nullable String step,
            Model model,
            HttpServletResponse response) {
        Workflow workflow = workflows.toBuild(who, WorkflowId.of(id));
        if (step != null) {
            return show(
                    who,
                    workflow.organization(),
                    workflow,
                    WorkflowStep.of(step).in(form),
                    model);
        }
        try {
            workflows.change(
                    who, workflow.id(), form.seen(), form.name() == null ? "" : form.name(), form.definition());
            return "redirect:/workflows/" + id + "?saved";
        } catch (Invalid invalid) {
            // Whoever has read that somebody else changed it meanwhile, and saves again, means to replace that.
            WorkflowForm again = invalid.wrong().containsKey("version") ? form.withVersion(workflow.version()) : form;
            return forms.again(show(who, workflow.organization(), workflow, again, model), model, invalid, response);
        }
    }

    @PostMapping("/workflows/{id}/delete")
    String delete(Person who, @PathVariable String id) {
        workflows.delete(who, WorkflowId.of(id));
        return "redirect:/workflows?deleted";
    }

    private String show(
            Person who, OrganizationId organization, @Nullable Workflow workflow, WorkflowForm form, Model model) {
        model.addAttribute("workflow", workflow);
        model.addAttribute("organization", organization);
        model.addAttribute("form", form);
        model.addAttribute("types", FieldType.values());
        model.addAttribute("teams", teams(who, organization));
        model.addAttribute(
                "changedBy",
                workflow == null
                        ? null
                        : people.named(List.of(workflow.changedBy())).get(workflow.changedBy()));
        return BUILDER;
    }

    private List<Team> teams(Person who, OrganizationId organization) {
        return teams.visibleTo(who).stream()
                .filter(team -> team.shared() && team.organization().equals(organization))
                .toList();
    }
}
