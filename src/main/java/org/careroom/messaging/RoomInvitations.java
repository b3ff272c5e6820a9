package org.careroom.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rooms that ask a person from outside to come in; until they accept they learn only who invites (product 3). */
@Service
@Transactional
public class RoomInvitations {

    private static final Set<Participant.State> WAITING = Set.of(Participant.State.INVITED);

    private final RoomDoor door;
    private final Participants participants;
    private final RoomLife life;
    private final People people;

    RoomInvitations(RoomDoor door, Participants participants, RoomLife life, People people) {
        this.door = door;
        this.participants = participants;
        this.life = life;
        this.people = people;
    }

    /**
     * An invitation, as the person who is asked sees it.
     *
     * @param invitedAt when they were asked, which tells two invitations of one person apart
     */
    public record Waiting(RoomId room, String invitedBy, Instant invitedAt) {}

    @Transactional(readOnly = true)
    public List<Waiting> waitingFor(Person who) {
        List<Participant> invited = participants.everywhere(who.id(), WAITING);
        Map<PersonId, Person> hosts = people.named(invited.stream()
                .map(Participant::addedBy)
                .filter(Objects::nonNull)
                .toList());
        return invited.stream()
                .map(participant -> new Waiting(participant.room(), host(participant, hosts), participant.since()))
                .toList();
    }

    /**
     * @throws NotFound when the person is not asked into this room
     * @throws org.careroom.shared.Refused when they may not come in any longer
     */
    public void accept(Person who, RoomId id) {
        Room room = door.lock(id);
        Participant invited = invited(who, room);
        door.rules(room).mayEnter(who, room).orThrow();
        life.comeIn(room, who, invited.isOutside(), invited.addedBy());
    }

    /** @throws NotFound when the person is not asked into this room */
    public void decline(Person who, RoomId id) {
        Room room = door.lock(id);
        participants.become(invited(who, room), Participant.State.DECLINED);
        life.changed(room, Set.of(who.id()));
    }

    private Participant invited(Person who, Room room) {
        return participants
                .of(room, who.id())
                .filter(participant -> participant.state() == Participant.State.INVITED)
                .orElseThrow(NotFound::new);
    }

    private static String host(Participant invited, Map<PersonId, Person> hosts) {
        PersonId by = invited.addedBy();
        Person host = by == null ? null : hosts.get(by);
        return host == null ? "?" : host.name();
    }
}
