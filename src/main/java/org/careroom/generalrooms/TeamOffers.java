package org.careroom.generalrooms;

import java.util.List;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.organizations.Team;
import org.careroom.organizations.TeamOffer;
import org.careroom.organizations.TeamUses;
import org.careroom.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the changes of teams whose people a room took offer to somebody in it, as far as they may take it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TeamOffers {

    private final TeamUses uses;
    private final RoomDoor door;
    private final Participants participants;

    TeamOffers(TeamUses uses, RoomDoor door, Participants participants) {
        this.uses = uses;
        this.door = door;
        this.participants = participants;
    }

    List<TeamOffer> of(Person who, Room room, List<Team> teams) {
        boolean adds = door.ask(who, RoomAction.ADD_PEOPLE, room).allowed();
        boolean removes = door.ask(who, RoomAction.REMOVE_PEOPLE, room).allowed();
        return uses.offers(who, room.id().value(), teams, participants.personsIn(room)).stream()
                .map(offer -> new TeamOffer(
                        offer.team(),
                        offer.name(),
                        adds ? offer.added() : List.of(),
                        removes ? offer.removed() : List.of()))
                .filter(offer -> !offer.isEmpty())
                .toList();
    }
}
