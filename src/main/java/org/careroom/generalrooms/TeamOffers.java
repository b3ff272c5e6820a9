package org.careroom.generalrooms;

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
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.Members;
import org.careroom.organizations.Team;
import org.careroom.organizations.TeamId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which teams' people a room took, and what the teams' later changes offer to it (product 1: "offered the change, never silently"). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TeamOffers {

    private final RoomDoor door;
    private final Participants participants;
    private final Members members;
    private final People people;
    private final JdbcClient jdbc;

    TeamOffers(RoomDoor door, Participants participants, Members members, People people, JdbcClient jdbc) {
        this.door = door;
        this.participants = participants;
        this.members = members;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** Notes whom the room has of a team from now on; only what changes later is offered. */
    void settle(RoomId room, TeamId team, Collection<PersonId> taken) {
        jdbc.sql("""
                        insert into general_room_team (room_id, team_id, people) values (:room, :team, :people)
                        on conflict (room_id, team_id) do update set people = excluded.people
                        """)
                .param("room", room.value())
                .param("team", team.value())
                .param("people", taken.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    /**
     * Whom the room had of the team when that was last settled.
     *
     * @throws NotFound when the room never took the team's people
     */
    Set<PersonId> settled(Room room, TeamId team) {
        return taken(room).stream()
                .filter(taken -> taken.team().equals(team))
                .findFirst()
                .orElseThrow(NotFound::new)
                .people();
    }

    /** The rooms that took the team's people. */
    List<RoomId> roomsOf(TeamId team) {
        return jdbc
                .sql("select room_id from general_room_team where team_id = ?")
                .param(team.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(RoomId::new)
                .toList();
    }

    /** The team's active people. */
    Set<PersonId> active(Team team) {
        return members.active(team.organization(), team.people());
    }

    /** What these teams offer to the room, as far as the person may take it. */
    List<TeamOffer> of(Person who, Room room, List<Team> teams) {
        List<Taken> taken = taken(room);
        Map<TeamId, Taken> byTeam = taken.stream().collect(Collectors.toMap(Taken::team, Function.identity()));
        List<Team> used =
                teams.stream().filter(team -> byTeam.containsKey(team.id())).toList();
        return used.stream()
                .map(team -> offer(who, room, team, Objects.requireNonNull(byTeam.get(team.id())), used))
                .filter(offer -> !offer.isEmpty())
                .sorted(Comparator.comparing(TeamOffer::name))
                .toList();
    }

    /** Who has gone from one team and is still in another that the room took is not offered for removal. */
    private TeamOffer offer(Person who, Room room, Team team, Taken taken, List<Team> used) {
        Stream<PersonId> added = may(who, RoomAction.ADD_PEOPLE, room)
                ? active(team).stream()
                        .filter(person -> !taken.people().contains(person))
                        .filter(person -> !isIn(room, person))
                : Stream.empty();
        Stream<PersonId> removed = may(who, RoomAction.REMOVE_PEOPLE, room)
                ? taken.people().stream()
                        .filter(person ->
                                used.stream().noneMatch(other -> other.people().contains(person)))
                        .filter(person -> !person.equals(who.id()))
                        .filter(person -> isIn(room, person))
                : Stream.empty();
        return new TeamOffer(team.id(), team.name(), named(added.toList()), named(removed.toList()));
    }

    private boolean may(Person who, RoomAction action, Room room) {
        return door.ask(who, action, room).allowed();
    }

    private boolean isIn(Room room, PersonId person) {
        return participants.of(room, person).filter(Participant::isIn).isPresent();
    }

    private List<Person> named(List<PersonId> persons) {
        return people.named(persons).values().stream()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    private List<Taken> taken(Room room) {
        return jdbc.sql("select team_id, people from general_room_team where room_id = ?")
                .param(room.id().value())
                .query(Taken::of)
                .list();
    }

    /** A team, and whom the room had of it when that was last settled. */
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
