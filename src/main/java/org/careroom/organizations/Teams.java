package org.careroom.organizations;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Named, reusable lists of people. Adding a team somewhere copies its people (product 1). */
@Service
@Transactional
public class Teams {

    private final TeamRepository teams;
    private final Members members;
    private final SettingsLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Teams(TeamRepository teams, Members members, SettingsLog log, ApplicationEventPublisher events, Clock clock) {
        this.teams = teams;
        this.members = members;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Shared teams of the organizations where the person is active, and their own, by name. */
    @Transactional(readOnly = true)
    public List<Team> visibleTo(Person who) {
        List<Membership> active =
                members.of(who.id()).stream().filter(Membership::active).toList();
        List<TeamEntity> found = teams.visible(
                active.stream().map(member -> member.organization().value()).toList(),
                who.id().value());
        return found.stream()
                .map(team -> view(membership(active, team), team))
                .sorted(Comparator.comparing(team -> team.name().toLowerCase(who.locale())))
                .toList();
    }

    /** @throws NotFound when the person may not see it */
    @Transactional(readOnly = true)
    public Team team(Person who, TeamId id) {
        TeamEntity team = visible(who, id);
        return view(membership(members.of(who.id()), team), team);
    }

    /**
     * The active members in these teams.
     *
     * @throws NotFound when one of the teams is not visible to the person
     */
    @Transactional(readOnly = true)
    public Set<PersonId> people(Person who, Collection<TeamId> ids) {
        Set<PersonId> people = new HashSet<>();
        for (TeamId id : ids) {
            TeamEntity team = visible(who, id);
            people.addAll(members.active(team.organization(), team.people()));
        }
        return people;
    }

    public TeamId create(
            Person who, OrganizationId organization, @Nullable String name, boolean shared, Set<PersonId> people) {
        if (!members.isActive(who.id(), organization)) {
            throw new NotFound();
        }
        String checked = PlainText.line("name", name, PlainText.NAME);
        TeamEntity team = new TeamEntity(organization, who.id(), checked, shared, clock.instant());
        team.hold(members.active(organization, people));
        save(team);
        note(who, team, "change.team.saved");
        return team.id();
    }

    /**
     * Takes only active members in; those who are in it and no longer active stay unless they are left out.
     *
     * @throws Invalid at {@code name}, or at {@code shared} when somebody else than its owner takes it from the others
     */
    public void change(Person who, TeamId id, @Nullable String name, boolean shared, Set<PersonId> people) {
        TeamEntity team = changeable(who, id);
        boolean wasShared = team.shared();
        if (wasShared && !shared && !team.owner().equals(who.id())) {
            throw new Invalid("shared", Reason.of("team.unshare.owner"));
        }
        Set<PersonId> before = team.people();
        Set<PersonId> after = people.stream().filter(before::contains).collect(Collectors.toCollection(HashSet::new));
        after.addAll(members.active(team.organization(), people));
        team.describe(PlainText.line("name", name, PlainText.NAME), shared, who.id(), clock.instant());
        team.hold(after);
        save(team);
        if (wasShared && !shared) {
            log.note(who, team.organization(), null, Reason.of("change.team.unshared", team.name()));
        }
        note(who, team, "change.team.saved");
        if (!after.equals(before)) {
            events.publishEvent(new TeamChanged(id));
        }
    }

    public void delete(Person who, TeamId id) {
        TeamEntity team = changeable(who, id);
        teams.delete(team);
        note(who, team, "change.team.deleted");
    }

    /** What everybody shares stands in the log of settings; one's own teams do not concern it. */
    private void note(Person who, TeamEntity team, String what) {
        if (team.shared()) {
            log.note(who, team.organization(), null, Reason.of(what, team.name()));
        }
    }

    private void save(TeamEntity team) {
        try {
            teams.saveAndFlush(team);
        } catch (DataIntegrityViolationException sameName) {
            throw new Invalid("name", Reason.of("team.name.taken"));
        }
    }

    private TeamEntity visible(Person who, TeamId id) {
        return teams.findById(id.value())
                .filter(team -> members.of(who.id()).stream()
                        .anyMatch(member ->
                                member.organization().equals(team.organization()) && TeamRules.maySee(member, team)))
                .orElseThrow(NotFound::new);
    }

    private TeamEntity changeable(Person who, TeamId id) {
        TeamEntity team = visible(who, id);
        if (!TeamRules.mayChange(membership(members.of(who.id()), team), team)) {
            throw new NotFound();
        }
        return team;
    }

    private static Membership membership(List<Membership> memberships, TeamEntity team) {
        return memberships.stream()
                .filter(member -> member.organization().equals(team.organization()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Team view(Membership member, TeamEntity team) {
        return new Team(
                team.id(),
                team.organization(),
                member.organizationName(),
                team.owner(),
                team.name(),
                team.shared(),
                team.people(),
                TeamRules.mayChange(member, team),
                team.changedAt(),
                team.changedBy());
    }
}
