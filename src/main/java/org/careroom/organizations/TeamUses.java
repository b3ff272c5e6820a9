package org.careroom.organizations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which teams' people a place took, such as a room, and what the teams' later changes offer to it (product 1: "offered the
 * change, never changed silently"). It asks no rule: the module of the place does.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TeamUses {

    private final Members members;
    private final People people;
    private final JdbcClient jdbc;

    TeamUses(Members members, People people, JdbcClient jdbc) {
        this.members = members;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** Notes whom the place has of a team from now on; only what changes later is offered. */
    public void settle(UUID place, TeamId team, Collection<PersonId> taken) {
        jdbc.sql("""
                        insert into team_use (place, team_id, people) values (:place, :team, :people)
                        on conflict (place, team_id) do update set people = excluded.people
                        """)
                .param("place", place)
                .param("team", team.value())
                .param("people", taken.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    /**
     * Whom the place had of the team when that was last settled.
     *
     * @throws NotFound when it never took the team's people
     */
    public Set<PersonId> settled(UUID place, TeamId team) {
        return taken(place).stream()
                .filter(taken -> taken.team().equals(team))
                .findFirst()
                .orElseThrow(NotFound::new)
                .people();
    }

    /** The places that took the team's people. */
    public List<UUID> placesOf(TeamId team) {
        return jdbc.sql("select place from team_use where team_id = ?")
                .param(team.value())
                .query(UUID.class)
                .list();
    }

    /** The team's active people. */
    public Set<PersonId> active(Team team) {
        return members.active(team.organization(), team.people());
    }

    /**
     * What these teams offer to the place. Who has gone from one team and is still in another that the place took is not
     * offered for removal, nor is who asks.
     *
     * @param there who is in the place
     */
    public List<TeamOffer> offers(Person who, UUID place, List<Team> teams, Set<PersonId> there) {
        Map<TeamId, Taken> byTeam = taken(place).stream().collect(Collectors.toMap(Taken::team, Function.identity()));
        List<Team> used =
                teams.stream().filter(team -> byTeam.containsKey(team.id())).toList();
        return used.stream()
                .map(team -> offer(who, team, Objects.requireNonNull(byTeam.get(team.id())), used, there))
                .filter(offer -> !offer.isEmpty())
                .sorted(Comparator.comparing(TeamOffer::name))
                .toList();
    }

    private TeamOffer offer(Person who, Team team, Taken taken, List<Team> used, Set<PersonId> there) {
        Stream<PersonId> added = active(team).stream()
                .filter(person -> !taken.people().contains(person))
                .filter(person -> !there.contains(person));
        Stream<PersonId> removed = taken.people().stream()
                .filter(person ->
                        used.stream().noneMatch(other -> other.people().contains(person)))
                .filter(person -> !person.equals(who.id()))
                .filter(there::contains);
        return new TeamOffer(team.id(), team.name(), named(added.toList()), named(removed.toList()));
    }

    private List<Person> named(List<PersonId> persons) {
        return people.named(persons).values().stream()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    private List<Taken> taken(UUID place) {
        return jdbc.sql("select team_id, people from team_use where place = ?")
                .param(place)
                .query(Taken::of)
                .list();
    }

    /** A team, and whom the place had of it when that was last settled. */
    private record Taken(TeamId team, Set<PersonId> people) {

        static Taken of(ResultSet row, int number) throws SQLException {
            UUID[] people =
                    (UUID[]) Objects.requireNonNull(row.getArray("people")).getArray();
            return new Taken(
                    new TeamId(row.getObject("team_id", UUID.class)),
                    Stream.of(people).map(PersonId::new).collect(Collectors.toSet()));
        }
    }
}
