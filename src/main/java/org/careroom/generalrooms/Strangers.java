package org.careroom.generalrooms;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.InvitationKind;
import org.careroom.people.Invitations;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Invites people into rooms by a link to their address, which opens an account for it where there is none and lets them in.
 * Until they accept they learn only who invites (product 3). Called within the transaction of its caller.
 */
@Component
class Strangers implements InvitationKind {

    private static final String KIND = "room";

    private final StrangerRepository strangers;
    private final GeneralRoomRepository generalRooms;
    private final ObjectProvider<GeneralRoomRules> rules;
    private final Members members;
    private final ObjectProvider<Invitations> invitations;
    private final Rooms rooms;
    private final RoomLife life;
    private final Participants participants;
    private final Messages messages;
    private final Clock clock;

    Strangers(
            StrangerRepository strangers,
            GeneralRoomRepository generalRooms,
            ObjectProvider<GeneralRoomRules> rules,
            Members members,
            ObjectProvider<Invitations> invitations,
            Rooms rooms,
            RoomLife life,
            Participants participants,
            Messages messages,
            Clock clock) {
        this.strangers = strangers;
        this.generalRooms = generalRooms;
        this.rules = rules;
        this.members = members;
        this.invitations = invitations;
        this.rooms = rooms;
        this.life = life;
        this.participants = participants;
        this.messages = messages;
        this.clock = clock;
    }

    /** Invites each address; an earlier link of the same invitation ends. The links can be told only now. */
    List<IssuedInvitation> invite(Person who, Room room, List<String> addresses) {
        if (!addresses.isEmpty()) {
            life.changed(room, Set.of());
        }
        return addresses.stream()
                .map(address -> invitations
                        .getObject()
                        .issue(who, KIND, stranger(who, room, address).id(), address))
                .toList();
    }

    /** The addresses that were invited into a room and have not answered. */
    List<String> waitingFor(Room room) {
        return strangers.findByRoomIdOrderByEmail(room.id().value()).stream()
                .map(Stranger::email)
                .toList();
    }

    void withdraw(Room room, String address) {
        strangers.findByRoomIdAndEmail(room.id().value(), address).ifPresent(stranger -> withdraw(room, stranger));
    }

    /** Ends what somebody asked others into: the link may lead to an address of their own. */
    void withdrawAskedBy(Room room, PersonId person) {
        strangers
                .findByRoomIdAndInvitedBy(room.id().value(), person.value())
                .forEach(stranger -> withdraw(room, stranger));
    }

    private void withdraw(Room room, Stranger stranger) {
        invitations.getObject().withdraw(KIND, stranger.id());
        strangers.delete(stranger);
        life.changed(room, Set.of());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Reason line(UUID subject, Person invitedBy) {
        return Reason.of("general.invitation.line", invitedBy.name());
    }

    /** As whoever adds people to the room does. */
    @Override
    public void lock(UUID subject) {
        RoomId room = strangers.findById(subject).orElseThrow(NotFound::new).room();
        generalRooms.organizationOf(room).ifPresent(members::hold);
        rooms.lockForKind(room);
    }

    @Override
    public String accept(Person who, UUID subject) {
        Stranger stranger = strangers.findById(subject).orElseThrow(NotFound::new);
        if (!who.isStaff()) {
            throw new Refused(Reason.of("general.people.client", who.email()));
        }
        Room room = rooms.findForKind(stranger.room());
        rules.getObject().mayEnter(who, room).orThrow();
        if (participants.of(room, who.id()).filter(Participant::isIn).isEmpty()) {
            participants.enter(room, who.id(), Participant.State.IN, isOutside(who, room), stranger.invitedBy());
            messages.announce(room, who.id(), "joined", List.of(who.name()));
            life.changed(room, Set.of(who.id()));
        }
        strangers.delete(stranger);
        return "/rooms/" + room.id();
    }

    @Override
    public void decline(UUID subject) {
        strangers.findById(subject).ifPresent(strangers::delete);
    }

    private boolean isOutside(Person who, Room room) {
        OrganizationId organization = generalRooms
                .findById(room.id().value())
                .orElseThrow(NotFound::new)
                .organization();
        return organization != null && !members.isActive(who.id(), organization);
    }

    private Stranger stranger(Person who, Room room, String address) {
        return strangers
                .findByRoomIdAndEmail(room.id().value(), address)
                .orElseGet(
                        () -> strangers.save(new Stranger(Id.next(), room.id(), address, who.id(), clock.instant())));
    }
}
