package org.careroom.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careroom.people.InvitationKind;
import org.careroom.people.Invitations;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites people into rooms by a link to their address, which opens an account for it where there is none and lets them in.
 * Until they accept they learn only who invites (product 3). It asks no rule of who invites: the module of the room's kind has
 * asked its own.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Strangers implements InvitationKind {

    private static final String KIND = "room";

    private final StrangerRepository strangers;
    private final RoomHosts hosts;
    private final ObjectProvider<Invitations> invitations;
    private final RoomRepository rooms;
    private final RoomDoor door;
    private final RoomLife life;
    private final Participants participants;
    private final People people;
    private final Clock clock;

    Strangers(
            StrangerRepository strangers,
            RoomHosts hosts,
            ObjectProvider<Invitations> invitations,
            RoomRepository rooms,
            RoomDoor door,
            RoomLife life,
            Participants participants,
            People people,
            Clock clock) {
        this.strangers = strangers;
        this.hosts = hosts;
        this.invitations = invitations;
        this.rooms = rooms;
        this.door = door;
        this.life = life;
        this.participants = participants;
        this.people = people;
        this.clock = clock;
    }

    /** Invites each address; an earlier link of the same invitation ends. The links can be told only now. */
    public List<IssuedInvitation> invite(Person who, Room room, List<String> addresses) {
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
    public List<String> waitingFor(Room room) {
        return strangers.findByRoomIdOrderByEmail(room.id().value()).stream()
                .map(Stranger::email)
                .toList();
    }

    /** Ends the invitation of one address, if there is one. */
    public void withdraw(Room room, String address) {
        strangers.findByRoomIdAndEmail(room.id().value(), address).ifPresent(stranger -> withdraw(room, stranger));
    }

    /** A link to their address that is open still would lead back into the room. */
    @EventListener
    void on(PersonLeft left) {
        withdraw(left.room(), people.person(left.person()).email());
    }

    /** Ends what somebody asked others into: the link may lead to an address of their own. */
    public void withdrawAskedBy(Room room, PersonId person) {
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
    @Transactional(propagation = Propagation.SUPPORTS)
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Reason line(UUID subject, Person invitedBy) {
        return Reason.of("room.invitation.line", invitedBy.name());
    }

    /** As whoever adds people to the room does. */
    @Override
    public void lock(UUID subject) {
        RoomId room = strangers.findById(subject).orElseThrow(NotFound::new).room();
        rooms.findKind(room.value()).ifPresent(kind -> hosts.of(kind).hold(room));
        door.lock(room);
    }

    @Override
    public String accept(Person who, UUID subject) {
        Stranger stranger = strangers.findById(subject).orElseThrow(NotFound::new);
        if (!who.isStaff()) {
            throw new Refused(Reason.of("general.people.client", who.email()));
        }
        Room room = door.lock(stranger.room());
        door.rules(room).mayEnter(who, room).orThrow();
        if (participants.of(room, who.id()).filter(Participant::isIn).isEmpty()) {
            life.comeIn(room, who, hosts.of(room.kind()).isOutside(who, room), stranger.invitedBy());
        }
        strangers.delete(stranger);
        return "/rooms/" + room.id();
    }

    @Override
    public void decline(UUID subject) {
        strangers.findById(subject).ifPresent(strangers::delete);
    }

    private Stranger stranger(Person who, Room room, String address) {
        return strangers
                .findByRoomIdAndEmail(room.id().value(), address)
                .orElseGet(
                        () -> strangers.save(new Stranger(Id.next(), room.id(), address, who.id(), clock.instant())));
    }
}
