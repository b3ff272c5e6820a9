package org.careroom.generalrooms;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Team;
import org.careroom.organizations.TeamChanged;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.TeamOffer;
import org.careroom.organizations.TeamUses;
import org.careroom.organizations.Teams;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A room that took a team's people is offered what changes in the team: accepting the change, or declining it. */
@Service
@Transactional
public class RoomTeams {

    private final TeamOffers offers;
    private final TeamUses uses;
    private final Teams teams;
    private final RoomPeople roomPeople;
    private final RoomDoor door;
    private final Rooms rooms;
    private final RoomLife life;

    RoomTeams(
            TeamOffers offers,
            TeamUses uses,
            Teams teams,
            RoomPeople roomPeople,
            RoomDoor door,
            Rooms rooms,
            RoomLife life) {
        this.offers = offers;
        this.uses = uses;
        this.teams = teams;
        this.roomPeople = roomPeople;
        this.door = door;
        this.rooms = rooms;
        this.life = life;
    }

    /**
     * Adds who has come into the team and, if the person may, removes who has gone from it.
     *
     * @throws org.careroom.shared.NotFound when the room or the team is none of theirs, or the room never took the team
     * @throws org.careroom.shared.Refused when they may not add people to the room
     */
    public void accept(Person who, RoomId id, TeamId teamId) {
        Room room = roomPeople.openToAdd(who, id);
        Team team = teams.team(who, teamId);
        List<TeamOffer> open = offers.of(who, room, teams.visibleTo(who));
        for (TeamOffer offer :
                open.stream().filter(of -> of.team().equals(teamId)).toList()) {
            if (!offer.added().isEmpty()) {
                roomPeople.add(
                        who, id, offer.added().stream().map(Person::email).toList(), List.of());
            }
            if (!offer.removed().isEmpty()) {
                life.remove(who, id, offer.removed());
            }
        }
        settle(who, room, team);
    }

    /** Leaves the room as it is; the team's next change is offered again. */
    public void decline(Person who, RoomId id, TeamId teamId) {
        roomPeople.requireGeneral(id);
        Room room = door.open(who, RoomAction.ADD_PEOPLE, id);
        settle(who, room, teams.team(who, teamId));
    }

    /** Open panels of the rooms that took the team show the offer. */
    @EventListener
    void on(TeamChanged changed) {
        uses.placesOf(changed.team()).forEach(room -> life.changed(rooms.findForKind(new RoomId(room)), Set.of()));
    }

    /** Who has gone from the team stays noted for those who may remove people, when this person may not. */
    private void settle(Person who, Room room, Team team) {
        Set<PersonId> before = uses.settled(room.id().value(), team.id());
        Set<PersonId> settled = new HashSet<>(uses.active(team));
        if (!door.ask(who, RoomAction.REMOVE_PEOPLE, room).allowed()) {
            settled.addAll(before);
        }
        uses.settle(room.id().value(), team.id(), settled);
        life.changed(room, Set.of());
    }
}
