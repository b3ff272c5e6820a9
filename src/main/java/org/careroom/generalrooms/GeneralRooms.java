package org.careroom.generalrooms;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.messaging.Decision;
import org.careroom.messaging.Messages;
import org.careroom.messaging.NewMessage;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.Teams;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** General rooms between colleagues: making them, and who is in them. */
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
    private final Participants participants;
    private final Messages messages;
    private final Members members;
    private final NamedLocks locks;
    private final Teams teams;
    private final TeamOffers teamOffers;

    GeneralRooms(
            GeneralRoomRepository generalRooms,
            GeneralRoomRules rules,
            PairRooms pairRooms,
            Invited invited,
            Strangers strangers,
            RoomDoor door,
            Rooms rooms,
            RoomLife life,
            Participants participants,
            Messages messages,
            Members members,
            NamedLocks locks,
            Teams teams,
            TeamOffers teamOffers) {
        this.generalRooms = generalRooms;
        this.rules = rules;
        this.pairRooms = pairRooms;
        this.invited = invited;
        this.strangers = strangers;
        this.door = door;
        this.rooms = rooms;
        this.life = life;
        this.participants = participants;
        this.messages = messages;
        this.members = members;
        this.locks = locks;
        this.teams = teams;
        this.teamOffers = teamOffers;
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
    public MadeRoom create(Person who, NewRoom wanted) {
        List<OrganizationId> choices =
                choices(who).stream().map(Membership::organization).toList();
        locks.lock("form " + who.id() + " " + wanted.key());
        return generalRooms
                .findByCreatorIdAndFormKey(who.id().value(), wanted.key())
                .map(sentTwice -> new MadeRoom(sentTwice.room(), List.of()))
                .orElseGet(() -> make(who, wanted, choices));
    }

    private MadeRoom make(Person who, NewRoom wanted, List<OrganizationId> choices) {
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
        Invited.Guests guests = invited.guests(named, organization);
        Room room = name.isEmpty()
                ? pairRooms.of(who, organization, wanted.key(), description, guests)
                : group(who, organization, wanted, name, description, guests);
        List<IssuedInvitation> links = strangers.invite(who, room, guests.strangers());
        if (!message.isEmpty()) {
            messages.post(who, room.id(), new NewMessage(message, wanted.key(), null));
        }
        return new MadeRoom(room.id(), links);
    }

    /** Whoever makes the room is asked again, as who was a member before the hold may be none behind it. */
    private void hold(OrganizationId organization, Person who) {
        members.hold(organization);
        if (!members.isActive(who.id(), organization)) {
            throw new NotFound();
        }
    }

    /**
     * Adds people to a room: members of its organization at once, others when they accept.
     *
     * @throws Refused when the person may not add people here
     * @throws Invalid at {@code people}
     */
    public MadeRoom add(Person who, RoomId id, List<String> people, List<TeamId> teams) {
        Room room = openToAdd(who, id);
        GeneralRoom details = generalRooms.findById(id.value()).orElseThrow(NotFound::new);
        Invited.Guests guests = invited.guests(invited.named(who, people, teams), details.organization());
        if (guests.size() == 0) {
            throw new Invalid("people", Reason.of("general.people.nobody"));
        }
        enter(who, room, guests);
        took(who, room, teams);
        return new MadeRoom(id, strangers.invite(who, room, guests.strangers()));
    }

    /** Opens a room to add people, who stay what they are to its organization meanwhile. */
    Room openToAdd(Person who, RoomId id) {
        hold(id);
        return door.open(who, RoomAction.ADD_PEOPLE, id);
    }

    /** Holds the memberships of the room's organization. */
    void hold(RoomId id) {
        generalRooms.organizationOf(id).ifPresent(members::hold);
    }

    /** What the room is for, and whether only its managers add people. */
    public void describe(Person who, RoomId id, String description, boolean managed) {
        Room room = door.open(who, RoomAction.MANAGE, id);
        generalRooms
                .findById(id.value())
                .orElseThrow(NotFound::new)
                .describe(PlainText.blockOrEmpty("description", description, PlainText.DESCRIPTION), managed);
        life.changed(room, Set.of());
    }

    /** Makes a participant a manager, or no longer one; the last manager stays one. */
    public void manage(Person who, RoomId id, PersonId person, boolean manager) {
        Room room = door.open(who, RoomAction.MANAGE, id);
        Participant participant =
                participants.of(room, person).filter(Participant::isIn).orElseThrow(NotFound::new);
        boolean others = participants.in(room).stream()
                .anyMatch(other -> other.isManager() && !other.person().equals(person));
        if (!manager && !others) {
            throw new Refused(Reason.of("general.manage.last"));
        }
        participants.manage(participant, manager);
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
        participants.manage(participants.enter(room, who.id(), Participant.State.IN, false, who.id()), true);
        enter(who, room, guests.inside(), Participant.State.IN);
        enter(who, room, guests.outside(), Participant.State.INVITED);
        messages.announce(room, who.id(), "created", List.of(who.name()));
        life.changed(room, persons(guests));
        took(who, room, wanted.teams());
        return room;
    }

    /** Lets members in and asks the others; those who are there already are passed over. */
    private void enter(Person who, Room room, Invited.Guests guests) {
        tell(who, room, "added", enter(who, room, guests.inside(), Participant.State.IN));
        tell(who, room, "invited", enter(who, room, guests.outside(), Participant.State.INVITED));
    }

    private List<Person> enter(Person who, Room room, List<Person> persons, Participant.State state) {
        List<Person> entering =
                persons.stream().filter(person -> !isThere(room, person, state)).toList();
        entering.forEach(
                person -> participants.enter(room, person.id(), state, state == Participant.State.INVITED, who.id()));
        return entering;
    }

    private void took(Person who, Room room, List<TeamId> taken) {
        taken.forEach(team -> teamOffers.settle(room.id(), team, teams.people(who, List.of(team))));
    }

    private static Set<PersonId> persons(Invited.Guests guests) {
        return Stream.concat(guests.inside().stream(), guests.outside().stream())
                .map(Person::id)
                .collect(Collectors.toSet());
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
            life.changed(room, entered.stream().map(Person::id).collect(Collectors.toSet()));
        }
    }

    private static @Nullable OrganizationId chosen(List<OrganizationId> choices, @Nullable OrganizationId wanted) {
        if (wanted == null) {
            return choices.isEmpty() ? null : choices.get(0);
        }
        return choices.stream().filter(wanted::equals).findFirst().orElseThrow(NotFound::new);
    }
}
