package org.careroom.generalrooms;

import java.util.List;
import java.util.Set;
import org.careroom.messaging.Decision;
import org.careroom.messaging.Messages;
import org.careroom.messaging.NewMessage;
import org.careroom.messaging.PeopleAdded;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.messaging.Strangers;
import org.careroom.organizations.Invited;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.Person;
import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.NamedLocks;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** General rooms between colleagues: who may make them, making them, and what each is for. */
@Service
@Transactional
public class GeneralRooms {

    private final GeneralRoomRepository generalRooms;
    private final GeneralRoomRules rules;
    private final PairRooms pairRooms;
    private final Invited invited;
    private final Strangers strangers;
    private final RoomDoor door;
    private final Rooms rooms;
    private final RoomLife life;
    private final Messages messages;
    private final Members members;
    private final NamedLocks locks;
    private final Entrance entrance;

    GeneralRooms(
            GeneralRoomRepository generalRooms,
            GeneralRoomRules rules,
            PairRooms pairRooms,
            Invited invited,
            Strangers strangers,
            RoomDoor door,
            Rooms rooms,
            RoomLife life,
            Messages messages,
            Members members,
            NamedLocks locks,
            Entrance entrance) {
        this.generalRooms = generalRooms;
        this.rules = rules;
        this.pairRooms = pairRooms;
        this.invited = invited;
        this.strangers = strangers;
        this.door = door;
        this.rooms = rooms;
        this.life = life;
        this.messages = messages;
        this.members = members;
        this.locks = locks;
        this.entrance = entrance;
    }

    /** Whether this person may make general rooms. */
    @Transactional(readOnly = true)
    public Decision mayCreate(Person who) {
        return rules.mayCreate(who, members.of(who.id()));
    }

    /**
     * The organizations that a new room of this person can belong to; empty for a premium account without one.
     *
     * @throws Refused when they may not make general rooms
     */
    @Transactional(readOnly = true)
    public List<Membership> choices(Person who) {
        List<Membership> memberships = members.of(who.id());
        rules.mayCreate(who, memberships).orThrow();
        return memberships.stream()
                .filter(membership -> membership.active() && (membership.premium() || who.premium()))
                .toList();
    }

    /**
     * Makes a room, or finds the one that the pair has already.
     *
     * @throws Refused when the person may not make general rooms
     * @throws Invalid at {@code people}, {@code name}, {@code description} or {@code message}
     */
    public PeopleAdded create(Person who, NewRoom wanted) {
        List<OrganizationId> choices =
                choices(who).stream().map(Membership::organization).toList();
        locks.lock("form " + who.id() + " " + wanted.key());
        return generalRooms
                .findByCreatorIdAndFormKey(who.id().value(), wanted.key())
                .map(sentTwice -> new PeopleAdded(sentTwice.room(), List.of()))
                .orElseGet(() -> make(who, wanted, choices));
    }

    private PeopleAdded make(Person who, NewRoom wanted, List<OrganizationId> choices) {
        OrganizationId chosen = chosen(choices, wanted.organization());
        Checked<Invited.Named> found = Checked.of(() -> invited.named(who, wanted.people(), wanted.teams()));
        Checked<NewRoom> texts = Checked.of(wanted::checked);
        Checked.all(found, texts);
        Invited.Named named = found.get();
        String name = texts.get().name();
        String description = texts.get().description();
        String message = texts.get().message();
        OrganizationId organization = name.isEmpty()
                ? pairRooms.organization(chosen, choices, named.persons().keySet())
                : chosen;
        if (organization != null) {
            hold(organization, who);
        }
        Invited.Guests guests = invited.guests(who, named, organization);
        Room room = name.isEmpty()
                ? pairRooms.of(who, organization, wanted.key(), description, guests)
                : group(who, organization, wanted, name, description, guests);
        List<IssuedInvitation> links = strangers.invite(who, room, guests.strangers());
        if (!message.isEmpty()) {
            messages.post(who, room.id(), new NewMessage(message, wanted.key(), null));
        }
        return new PeopleAdded(room.id(), links);
    }

    /** Whoever makes the room is asked again, as who was a member before the hold may be none behind it. */
    private void hold(OrganizationId organization, Person who) {
        members.hold(organization);
        if (!members.isActive(who.id(), organization)) {
            throw new NotFound();
        }
    }

    /** What the room is for, and whether only its managers add people. */
    public void describe(Person who, RoomId id, String description, boolean managed) {
        GeneralRoom general = generalRooms.findById(id.value()).orElseThrow(NotFound::new);
        Room room = door.open(who, RoomAction.MANAGE, id);
        general.describe(PlainText.blockOrEmpty("description", description, PlainText.DESCRIPTION), managed);
        life.changed(room, Set.of());
    }

    private Room group(
            Person who,
            @Nullable OrganizationId organization,
            NewRoom wanted,
            String name,
            String description,
            Invited.Guests guests) {
        Room room = rooms.create(RoomKind.GENERAL, name);
        generalRooms.save(new GeneralRoom(room.id(), organization, who.id(), wanted.key(), description));
        entrance.open(who, room, guests, wanted.teams());
        return room;
    }

    private static @Nullable OrganizationId chosen(List<OrganizationId> choices, @Nullable OrganizationId wanted) {
        if (wanted == null) {
            return choices.isEmpty() ? null : choices.get(0);
        }
        return choices.stream().filter(wanted::equals).findFirst().orElseThrow(NotFound::new);
    }
}
