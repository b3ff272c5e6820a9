package org.careroom.organizations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.organizations.Colleague;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Team;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.Teams;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Named lists of people: shared ones of the organization, and one's own. */
@Controller
class TeamsController {

    private static final String FORM = "organizations/team";

    private final Teams teams;
    private final Members members;
    private final People people;
    private final Forms forms;

    TeamsController(Teams teams, Members members, People people, Forms forms) {
        this.teams = teams;
        this.members = members;
        this.people = people;
        this.forms = forms;
    }

    /** What is typed: the ids of the ticked people come as text. */
    record TeamForm(
            @Nullable String name,
            @Nullable Boolean shared,
            @Nullable List<String> person) {

        boolean isShared() {
            return Boolean.TRUE.equals(shared);
        }

        Set<PersonId> persons() {
            return person == null ? Set.of() : person.stream().map(PersonId::of).collect(Collectors.toSet());
        }

        static TeamForm of(Team team) {
            return new TeamForm(
                    team.name(),
                    team.shared(),
                    team.people().stream().map(PersonId::toString).toList());
        }
    }

    @GetMapping("/settings/teams")
    String list(Person who, Membership chosen, Model model) {
        List<Team> visible = teams.visibleTo(who).stream()
                .filter(team -> team.organization().equals(chosen.organization()))
                .toList();
        Stream<PersonId> named =
                visible.stream().flatMap(team -> Stream.concat(team.people().stream(), Stream.of(team.changedBy())));
        Map<PersonId, Person> known = people.named(named.collect(Collectors.toSet()));
        model.addAttribute("chosen", chosen);
        model.addAttribute("teams", visible);
        model.addAttribute("named", known);
        model.addAttribute("names", visible.stream().collect(Collectors.toMap(Team::id, team -> names(team, known))));
        return "organizations/teams";
    }

    private static List<String> names(Team team, Map<PersonId, Person> known) {
        return team.people().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Person::name)
                .sorted()
                .toList();
    }

    @GetMapping("/settings/teams/new")
    String form(Person who, Membership chosen, Model model) {
        return show(who, chosen.organization(), null, new TeamForm("", true, List.of()), model);
    }

    @PostMapping("/settings/teams")
    String create(Person who, Membership chosen, TeamForm form, Model model, HttpServletResponse response) {
        try {
            teams.create(who, chosen.organization(), form.name(), form.isShared(), form.persons());
            return "redirect:/settings/teams?saved&organization=" + chosen.organization();
        } catch (Invalid invalid) {
            return forms.again(show(who, chosen.organization(), null, form, model), model, invalid, response);
        }
    }

    @GetMapping("/settings/teams/{team}")
    String edit(Person who, @PathVariable String team, Model model) {
        Team found = changeable(who, team);
        return show(who, found.organization(), found, TeamForm.of(found), model);
    }

    @PostMapping("/settings/teams/{team}")
    String change(Person who, @PathVariable String team, TeamForm form, Model model, HttpServletResponse response) {
        Team found = changeable(who, team);
        try {
            teams.change(who, found.id(), form.name(), form.isShared(), form.persons());
            return "redirect:/settings/teams?saved&organization=" + found.organization();
        } catch (Invalid invalid) {
            return forms.again(show(who, found.organization(), found, form, model), model, invalid, response);
        }
    }

    @PostMapping("/settings/teams/{team}/delete")
    String delete(Person who, @PathVariable String team) {
        Team found = changeable(who, team);
        teams.delete(who, found.id());
        return "redirect:/settings/teams?saved&organization=" + found.organization();
    }

    private Team changeable(Person who, String id) {
        Team team = teams.team(who, TeamId.of(id));
        if (!team.editable()) {
            throw new NotFound();
        }
        return team;
    }

    private String show(Person who, OrganizationId organization, @Nullable Team team, TeamForm form, Model model) {
        List<Colleague> colleagues = members.colleaguesIn(who, organization);
        model.addAttribute("team", team);
        model.addAttribute("organization", organization);
        model.addAttribute("form", form);
        model.addAttribute("colleagues", colleagues);
        model.addAttribute("former", team == null ? List.of() : former(who, team, colleagues));
        return FORM;
    }

    /** Who is in the team and no longer an active member, so that nobody leaves it unless somebody takes them out. */
    private List<Person> former(Person who, Team team, List<Colleague> colleagues) {
        Set<PersonId> former = new HashSet<>(team.people());
        former.remove(who.id());
        colleagues.forEach(colleague -> former.remove(colleague.id()));
        return people.named(former).values().stream()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }
}
