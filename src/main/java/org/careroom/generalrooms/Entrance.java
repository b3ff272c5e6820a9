package org.careroom.generalrooms;

import java.util.List;
import java.util.stream.Collectors;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomLife;
import org.careroom.organizations.Invited;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.TeamUses;
import org.careroom.organizations.Teams;
import org.careroom.people.Person;
import org.springframework.stereotype.Component;

/** Lets guests into a room: members of its organization at once, others when they accept. It asks no rule. */
@Component
class Entrance {

    private final Participants participants;
    private final Messages messages;
    private final RoomLife life;
    private final Teams teams;
    private final TeamUses uses;

    Entrance(Participants participants, Messages messages, RoomLife life, Teams teams, TeamUses uses) {
        this.participants = participants;
        this.messages = messages;
        this.life = life;
        this.teams = teams;
        this.uses = uses;
    }

    /** The first people of a new room, whose log tells that it was made and by whom. */
    void open(Person who, Room room, Invited.Guests guests, List<TeamId> taken) {
        participants.enterAsManager(room, who.id(), who.id());
        List<Person> inside = enter(who, room, guests.inside(), Participant.State.IN);
        List<Person> outside = enter(who, room, guests.outside(), Participant.State.INVITED);
        messages.announce(room, who.id(), "created", List.of(who.name()));
        changed(room, inside);
        changed(room, outside);
        took(who, room, taken);
    }

    /** Those who are there already are passed over; the room's log names the others. */
    void letIn(Person who, Room room, Invited.Guests guests, List<TeamId> taken) {
        tell(who, room, "added", enter(who, room, guests.inside(), Participant.State.IN));
        tell(who, room, "invited", enter(who, room, guests.outside(), Participant.State.INVITED));
        took(who, room, taken);
    }

    private List<Person> enter(Person who, Room room, List<Person> persons, Participant.State state) {
        List<Person> entering =
                persons.stream().filter(person -> !isThere(room, person, state)).toList();
        entering.forEach(
                person -> participants.enter(room, person.id(), state, state == Participant.State.INVITED, who.id()));
        return entering;
    }

    private boolean isThere(Room room, Person person, Participant.State state) {
        return participants
                .of(room, person.id())
                .filter(participant -> participant.isIn() || participant.state() == state)
                .isPresent();
    }

    private void tell(Person who, Room room, String event, List<Person> entered) {
        if (!entered.isEmpty()) {
            String names = entered.stream().map(Person::name).collect(Collectors.joining(", "));
            messages.announce(room, who.id(), event, List.of(who.name(), names));
            changed(room, entered);
        }
    }

    private void changed(Room room, List<Person> entered) {
        life.changed(room, entered.stream().map(Person::id).collect(Collectors.toSet()));
    }

    /** The room took these teams' people as they are now. */
    private void took(Person who, Room room, List<TeamId> taken) {
        taken.forEach(team -> uses.settle(room.id().value(), team, teams.people(who, List.of(team))));
    }
}
