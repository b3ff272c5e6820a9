package org.careroom.generalrooms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.careroom.messaging.Decision;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Invited;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NamedLocks;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The rooms of two: a pair has one, and writing in it opens it again and brings back who had left (product 3). Once one of
 * them has left the room's organization, what was written stays there, and the two have another room where both may be.
 */
@Component
class PairRooms {

    private final GeneralRoomRepository generalRooms;
    private final Participants participants;
    private final Rooms rooms;
    private final RoomLife life;
    private final RoomInvitations invitations;
    private final Members members;
    private final NamedLocks locks;

    PairRooms(
            GeneralRoomRepository generalRooms,
            Participants participants,
            @Lazy Rooms rooms,
            @Lazy RoomLife life,
            @Lazy RoomInvitations invitations,
            Members members,
            NamedLocks locks) {
        this.generalRooms = generalRooms;
        this.participants = participants;
        this.rooms = rooms;
        this.life = life;
        this.invitations = invitations;
        this.members = members;
        this.locks = locks;
    }

    /**
     * The room of two for who is asking and the only guest: the one that they have, or a new one.
     *
     * @throws Invalid at {@code people} or {@code name} when there is not exactly one guest
     */
    Room of(Person who, @Nullable OrganizationId organization, UUID key, String description, Invited.Guests guests) {
        Person other = guests.only();
        Pair pair = Pair.of(who.id(), other.id());
        locks.lock("pair " + pair.low() + " " + pair.high());
        Optional<GeneralRoom> theirs =
                generalRooms.findByPairLowAndPairHighOrderByRoomId(pair.low(), pair.high()).stream()
                        .filter(details -> mayBothBeIn(details, pair))
                        .reduce((earlier, later) -> later);
        if (theirs.isPresent()) {
            return returnTo(theirs.get(), who);
        }
        Room room = rooms.create(RoomKind.GENERAL, "");
        GeneralRoom details = new GeneralRoom(room.id(), organization, who.id(), key, description);
        details.pair(pair);
        generalRooms.save(details);
        participants.enter(room, who.id(), Participant.State.IN, false, who.id());
        letIn(room, who, other, guests.inside().isEmpty());
        return room;
    }

    /** Whose the room of two will be: the chosen organization's, or where both are active when that one keeps the other out. */
    @Nullable
    OrganizationId organization(@Nullable OrganizationId chosen, List<OrganizationId> choices, Set<PersonId> others) {
        if (chosen == null || members.keptOut(chosen, others).isEmpty()) {
            return chosen;
        }
        return choices.stream()
                .filter(choice -> members.active(choice, others).equals(others))
                .findFirst()
                .orElse(chosen);
    }

    private void letIn(Room room, Person who, Person other, boolean outside) {
        Participant.State state = outside ? Participant.State.INVITED : Participant.State.IN;
        participants.enter(room, other.id(), state, outside, who.id());
        life.changed(room, Set.of(other.id()));
    }

    /** Lets one of the two come back to the room that they have already, and asks the other again who had declined. */
    private Room returnTo(GeneralRoom details, Person who) {
        Room room = rooms.lockForKind(details.room());
        Participant own = participants.of(room, who.id()).orElseThrow(NotFound::new);
        if (own.state() == Participant.State.INVITED) {
            invitations.accept(who, room.id());
        }
        life.reopenForKind(room, who);
        bringBack(room, own);
        participants
                .of(room, details.other(who.id()))
                .filter(other -> other.state() == Participant.State.DECLINED)
                .ifPresent(other -> become(room, other, Participant.State.INVITED));
        return room;
    }

    /** In the room of two that somebody writes in, both are there and it is open. */
    void bringBack(Room room, GeneralRoom details, Person writer) {
        life.reopenForKind(room, writer);
        participants.of(room, details.other(writer.id())).ifPresent(other -> bringBack(room, other));
    }

    /** Whether writing would reach the other of the two; one who left comes back by it. */
    Decision mayWriteTo(GeneralRoom details, Participant other) {
        return switch (other.state()) {
            case IN, INVITED -> Decision.ALLOWED;
            case DECLINED -> Decision.refused("general.pair.declined");
            case SUSPENDED -> Decision.refused("general.pair.alone");
            case OUT -> mayBeIn(details, other) ? Decision.ALLOWED : Decision.refused("general.pair.alone");
        };
    }

    private boolean mayBothBeIn(GeneralRoom details, Pair pair) {
        Room room = rooms.lockForKind(details.room());
        return Stream.of(pair.low(), pair.high())
                .map(person -> participants.of(room, new PersonId(person)).orElseThrow(NotFound::new))
                .allMatch(participant -> mayBeIn(details, participant));
    }

    /** Who is in a room as a member of its organization has to be one still; a deactivation waits for the room, and is waited for. */
    private boolean mayBeIn(GeneralRoom details, Participant participant) {
        OrganizationId organization = details.organization();
        return organization == null
                || participant.isOutside()
                || members.active(organization, List.of(participant.person())).contains(participant.person());
    }

    private void bringBack(Room room, Participant participant) {
        if (participant.state() == Participant.State.OUT || participant.state() == Participant.State.DECLINED) {
            become(room, participant, Participant.State.IN);
        }
    }

    private void become(Room room, Participant participant, Participant.State state) {
        participants.become(participant, state);
        life.changed(room, Set.of(participant.person()));
    }
}
