package org.careroom.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.PeopleAdded;
import org.careroom.messaging.PersonAccepted;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.messaging.Strangers;
import org.careroom.organizations.Invited;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Team;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.TeamOffer;
import org.careroom.organizations.TeamUses;
import org.careroom.organizations.Teams;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who follows a case by which of its groups: members of its organization at once, others when they accept. Only admins of the
 * case add and remove them: {@link NotFound} for those who have nothing to do with the case, {@link Refused} for its followers.
 */
@Service
@Transactional
public class Followers {

    private final FollowerGroupRepository groups;
    private final CaseRepository cases;
    private final CaseDoor door;
    private final CaseLog log;
    private final Invited invited;
    private final Strangers strangers;
    private final Teams teams;
    private final TeamUses uses;
    private final Members members;
    private final Rooms rooms;
    private final RoomLife life;
    private final Participants participants;
    private final Messages messages;
    private final People people;

    Followers(
            FollowerGroupRepository groups,
            CaseRepository cases,
            CaseDoor door,
            CaseLog log,
            Invited invited,
            Strangers strangers,
            Teams teams,
            TeamUses uses,
            Members members,
            Rooms rooms,
            RoomLife life,
            Participants participants,
            Messages messages,
            People people) {
        this.groups = groups;
        this.cases = cases;
        this.door = door;
        this.log = log;
        this.invited = invited;
        this.strangers = strangers;
        this.teams = teams;
        this.uses = uses;
        this.members = members;
        this.rooms = rooms;
        this.life = life;
        this.participants = participants;
        this.messages = messages;
        this.people = people;
    }

    /**
     * Adds followers.
     *
     * @throws Invalid at {@code people}, also when nobody new or an admin of the case is named, who joins by themselves
     */
    public PeopleAdded add(Person who, CaseId id, GroupId groupId, List<String> addresses, List<TeamId> teams) {
        CaseEntity of = holdOpenAsAdmin(who, id);
        Room room = rooms.lockForKind(find(of, groupId).room());
        refuseAdmins(who, of, addresses);
        Invited.Guests guests = guests(who, of, addresses, teams);
        if (guests.size() == 0 && teams.isEmpty()) {
            throw new Invalid("people", Reason.of("general.people.nobody"));
        }
        took(who, room, teams);
        return new PeopleAdded(room.id(), letIn(who, of, room, guests));
    }

    private void refuseAdmins(Person who, CaseEntity of, List<String> addresses) {
        Set<PersonId> admins = participants.personsIn(rooms.findForKind(of.room()));
        String named = invited.named(who, addresses, List.of()).persons().values().stream()
                .filter(person -> admins.contains(person.id()))
                .map(Person::name)
                .collect(Collectors.joining(", "));
        if (!named.isEmpty()) {
            throw new Invalid("people", Reason.of("case.group.admin", named));
        }
    }

    /** Does in the group what changed in a team that it took; or leaves it as it is, until the team changes again. */
    public void follow(Person who, CaseId id, GroupId groupId, TeamId teamId, boolean accept) {
        CaseEntity of = holdOpenAsAdmin(who, id);
        Room room = rooms.lockForKind(find(of, groupId).room());
        Team team = teams.team(who, teamId);
        uses.settled(room.id().value(), teamId);
        Set<PersonId> there =
                participants.known(room).stream().map(Participant::person).collect(Collectors.toSet());
        List<TeamOffer> offers = uses.offers(who, room.id().value(), List.of(team), there);
        for (TeamOffer offer : accept ? offers : List.<TeamOffer>of()) {
            letIn(
                    who,
                    of,
                    room,
                    guests(who, of, offer.added().stream().map(Person::email).toList(), List.of()));
            offer.removed().forEach(person -> life.removeForKind(room, who, person));
        }
        uses.settle(room.id().value(), teamId, uses.active(team));
        life.changed(room, Set.of());
    }

    /** The group took these teams' people as they are now. */
    void took(Person who, Room room, List<TeamId> taken) {
        taken.forEach(team -> uses.settle(room.id().value(), team, teams.people(who, List.of(team))));
    }

    /** Ends somebody's following at once, open pages included; an admin who joined leaves the group only. */
    public void remove(Person who, CaseId id, GroupId groupId, PersonId person) {
        CaseEntity of = door.lockOpenAsAdmin(who, id);
        Room room = rooms.lockForKind(find(of, groupId).room());
        participants
                .of(room, person)
                .filter(known -> known.state() != Participant.State.OUT)
                .orElseThrow(NotFound::new);
        Person removed = people.person(person);
        life.removeForKind(room, who, removed);
    }

    /** Takes back the invitation of an address that has not answered its link; who has answered meanwhile stays. */
    public void withdraw(Person who, CaseId id, GroupId groupId, String address) {
        CaseEntity of = door.lockOpenAsAdmin(who, id);
        Room room = rooms.lockForKind(find(of, groupId).room());
        if (strangers.waitingFor(room).contains(address)) {
            strangers.withdraw(room, address);
            log.note(of, who, CaseEvent.Kind.FOLLOWER_REMOVED, null, address, "", room.name());
        }
    }

    /** Who was asked has come in, which the timeline tells; they run the room if they have become an admin meanwhile. */
    @EventListener
    void on(PersonAccepted accepted) {
        groups.findByRoomId(accepted.room().id().value())
                .flatMap(group -> cases.findById(group.of().value()))
                .ifPresent(of -> {
                    Person person = accepted.person();
                    if (door.isAdmin(person, of)) {
                        participants.of(accepted.room(), person.id()).ifPresent(own -> participants.manage(own, true));
                    }
                    String name = accepted.room().name();
                    log.note(of, person, CaseEvent.Kind.FOLLOWER_ACCEPTED, null, person.name(), "", name);
                });
    }

    /** Whose case it is, without looking at the case before it is locked. */
    OrganizationId organization(CaseId id) {
        return cases.findOrganization(id.value()).map(OrganizationId::new).orElseThrow(NotFound::new);
    }

    /** The case for one of its admins; its admins and the organization's members stay what they are meanwhile. */
    CaseEntity holdAsAdmin(Person who, CaseId id) {
        members.hold(organization(id));
        return door.lockWithRoom(who, id);
    }

    /** The same, and refused when the case is closed. */
    CaseEntity holdOpenAsAdmin(Person who, CaseId id) {
        CaseEntity of = holdAsAdmin(who, id);
        CaseDoor.requireOpen(of);
        return of;
    }

    Invited.Guests guests(Person who, CaseEntity of, List<String> addresses, List<TeamId> teams) {
        return invited.guests(who, invited.named(who, addresses, teams), of.organization());
    }

    /** Lets guests in, or asks them. @return the links for those who are asked by one */
    List<IssuedInvitation> letIn(Person who, CaseEntity of, Room room, Invited.Guests guests) {
        enter(who, of, room, guests.inside(), Participant.State.IN);
        enter(who, of, room, guests.outside(), Participant.State.INVITED);
        guests.strangers().forEach(address -> noteAsked(who, of, room, address));
        return strangers.invite(who, room, guests.strangers());
    }

    private void enter(Person who, CaseEntity of, Room room, List<Person> persons, Participant.State state) {
        List<Person> entering = persons.stream()
                .filter(person -> participants
                        .of(room, person.id())
                        .filter(known -> known.isIn() || known.state() == state)
                        .isEmpty())
                .toList();
        if (entering.isEmpty()) {
            return;
        }
        boolean asked = state == Participant.State.INVITED;
        Set<PersonId> admins = participants.personsIn(rooms.findForKind(of.room()));
        for (Person person : entering) {
            Participant entered = participants.enter(room, person.id(), state, asked, who.id());
            participants.manage(entered, admins.contains(person.id()));
            if (asked) {
                noteAsked(who, of, room, person.name());
            } else {
                log.note(of, who, CaseEvent.Kind.FOLLOWER_ADDED, null, person.name(), "", room.name());
            }
        }
        String names = entering.stream().map(Person::name).collect(Collectors.joining(", "));
        messages.announce(room, who.id(), asked ? "invited" : "added", List.of(who.name(), names));
        life.changed(room, entering.stream().map(Person::id).collect(Collectors.toSet()));
    }

    private void noteAsked(Person who, CaseEntity of, Room room, String asked) {
        log.note(of, who, CaseEvent.Kind.FOLLOWER_ASKED, null, asked, "", room.name());
    }

    private FollowerGroup find(CaseEntity of, GroupId id) {
        return groups.findById(id.value())
                .filter(group -> group.of().equals(of.id()))
                .orElseThrow(NotFound::new);
    }
}
