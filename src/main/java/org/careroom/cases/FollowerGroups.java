package org.careroom.cases;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Invited;
import org.careroom.organizations.Members;
import org.careroom.organizations.TeamId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Checked;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follower groups of cases and their rooms: setting them up, who is in them, and exactly what each gets. Only admins of the
 * case do any of it: {@link NotFound} for those who have nothing to do with the case, {@link Refused} for its followers.
 */
@Service
@Transactional
public class FollowerGroups {

    private final FollowerGroupRepository groups;
    private final CaseRepository cases;
    private final CaseTaskRepository tasks;
    private final CaseFieldRepository fields;
    private final CaseDoor door;
    private final CaseRequests requests;
    private final CaseLog log;
    private final CaseNews news;
    private final Invited invited;
    private final Members members;
    private final Rooms rooms;
    private final RoomLife life;
    private final Participants participants;
    private final Messages messages;
    private final People people;
    private final Clock clock;

    FollowerGroups(
            FollowerGroupRepository groups,
            CaseRepository cases,
            CaseTaskRepository tasks,
            CaseFieldRepository fields,
            CaseDoor door,
            CaseRequests requests,
            CaseLog log,
            CaseNews news,
            Invited invited,
            Members members,
            Rooms rooms,
            RoomLife life,
            Participants participants,
            Messages messages,
            People people,
            Clock clock) {
        this.groups = groups;
        this.cases = cases;
        this.tasks = tasks;
        this.fields = fields;
        this.door = door;
        this.requests = requests;
        this.log = log;
        this.news = news;
        this.invited = invited;
        this.members = members;
        this.rooms = rooms;
        this.life = life;
        this.participants = participants;
        this.messages = messages;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Sets up a follower room. The admins of this moment are in it; people from outside the organization are asked first.
     *
     * @throws Invalid at {@code name} or {@code people}
     */
    public GroupId make(Person who, CaseId id, NewGroup wanted) {
        CaseEntity of = hold(who, id);
        Checked<String> name = Checked.of(() -> PlainText.line("name", wanted.name(), PlainText.NAME));
        Checked<Invited.Guests> guests = Checked.of(() -> guests(who, of, wanted.people(), wanted.teams()));
        Checked.all(name, guests);
        Room room = rooms.create(RoomKind.CASE_FOLLOWER, name.get());
        FollowerGroup group = new FollowerGroup(new GroupId(Id.next()), id, room.id(), who.id(), clock.instant());
        give(of, group, wanted.given());
        groups.save(group);
        admins(of).forEach(admin -> enterAsAdmin(room, admin, who));
        messages.announce(room, who.id(), "created", List.of(who.name()));
        life.changed(room, admins(of));
        log.note(of, who, CaseEvent.Kind.GROUP_MADE, name.get());
        letIn(who, of, room, guests.get());
        news.changed(of, List.of(room.id()));
        return group.id();
    }

    /** Gives the group exactly this from now on: values it is given now are the current ones, what it was told stays told. */
    public void give(Person who, CaseId id, GroupId groupId, NewGroup.Given given) {
        CaseEntity of = door.lockOpenAsAdmin(who, id);
        FollowerGroup group = find(of, groupId);
        Room room = rooms.lockForKind(group.room());
        boolean same = group.tasks().equals(given.tasks())
                && group.fields().equals(given.fields())
                && group.mayEdit() == given.mayEdit();
        if (!same) {
            give(of, group, given);
            groups.save(group);
            log.note(of, who, CaseEvent.Kind.GROUP_CHANGED, room.name());
            life.changed(room, Set.of());
            news.changed(of, List.of(room.id()));
        }
    }

    /** Lets an admin who was added later read and write in the group's room, its whole history visible. */
    public RoomId join(Person who, CaseId id, GroupId groupId) {
        CaseEntity of = door.lockAsAdmin(who, id);
        Room room = rooms.lockForKind(find(of, groupId).room());
        if (!door.isIn(room, who)) {
            enterAsAdmin(room, who.id(), who);
            messages.announce(room, who.id(), "joined", List.of(who.name()));
            life.changed(room, Set.of(who.id()));
            log.note(of, who, CaseEvent.Kind.GROUP_JOINED, room.name());
        }
        return room.id();
    }

    /**
     * Adds followers: members of the case's organization at once, others when they accept.
     *
     * @throws Invalid at {@code people}
     */
    public void add(Person who, CaseId id, GroupId groupId, List<String> addresses, List<TeamId> teams) {
        CaseEntity of = hold(who, id);
        Room room = rooms.lockForKind(find(of, groupId).room());
        Invited.Guests guests = guests(who, of, addresses, teams);
        if (guests.size() == 0) {
            throw new Invalid("people", Reason.of("general.people.nobody"));
        }
        letIn(who, of, room, guests);
        news.changed(of, List.of(room.id()));
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
        requests.end(who, groupId, person);
        log.note(of, who, CaseEvent.Kind.FOLLOWER_REMOVED, null, removed.name(), "", room.name());
        news.changed(of, List.of(room.id()));
    }

    /**
     * Removes a follower room; what was written in it stays stored and is shown to nobody.
     *
     * @throws Refused while somebody follows by it, or is asked to
     */
    public void delete(Person who, CaseId id, GroupId groupId) {
        CaseEntity of = door.lockOpenAsAdmin(who, id);
        FollowerGroup group = find(of, groupId);
        Room room = rooms.lockForKind(group.room());
        List<Participant> known = participants.known(room);
        if (known.stream().anyMatch(participant -> !participant.isManager())) {
            throw new Refused(Reason.of("case.group.not-empty"));
        }
        known.forEach(admin -> life.removeForKind(room, who, people.person(admin.person())));
        life.closeForKind(room, who);
        groups.delete(group);
        log.note(of, who, CaseEvent.Kind.GROUP_REMOVED, room.name());
        news.changed(of, List.of());
    }

    /** Members stay what they are to the organization while people are added; the case is locked behind that. */
    private CaseEntity hold(Person who, CaseId id) {
        members.hold(cases.findById(id.value()).orElseThrow(NotFound::new).organization());
        return door.lockOpenAsAdmin(who, id);
    }

    private Invited.Guests guests(Person who, CaseEntity of, List<String> addresses, List<TeamId> teams) {
        Invited.Guests guests = invited.guests(who, invited.named(who, addresses, teams), of.organization());
        if (!guests.strangers().isEmpty()) {
            throw new Invalid(
                    "people",
                    Reason.of("case.people.unknown", guests.strangers().get(0)));
        }
        return guests;
    }

    private void letIn(Person who, CaseEntity of, Room room, Invited.Guests guests) {
        enter(who, of, room, guests.inside(), Participant.State.IN, "added");
        enter(who, of, room, guests.outside(), Participant.State.INVITED, "invited");
    }

    private void enter(
            Person who, CaseEntity of, Room room, List<Person> persons, Participant.State state, String event) {
        List<Person> entering = persons.stream()
                .filter(person -> participants
                        .of(room, person.id())
                        .filter(known -> known.isIn() || known.state() == state)
                        .isEmpty())
                .toList();
        if (entering.isEmpty()) {
            return;
        }
        Set<PersonId> admins = admins(of);
        for (Person person : entering) {
            Participant entered =
                    participants.enter(room, person.id(), state, state == Participant.State.INVITED, who.id());
            participants.manage(entered, admins.contains(person.id()));
            log.note(of, who, CaseEvent.Kind.FOLLOWER_ADDED, null, person.name(), "", room.name());
        }
        String names = entering.stream().map(Person::name).collect(Collectors.joining(", "));
        messages.announce(room, who.id(), event, List.of(who.name(), names));
        life.changed(room, entering.stream().map(Person::id).collect(Collectors.toSet()));
    }

    private void enterAsAdmin(Room room, PersonId admin, Person by) {
        participants.manage(participants.enter(room, admin, Participant.State.IN, false, by.id()), true);
    }

    private Set<PersonId> admins(CaseEntity of) {
        return participants.personsIn(rooms.findForKind(of.room()));
    }

    /** Of what is asked for, what there is in this case. */
    private void give(CaseEntity of, FollowerGroup group, NewGroup.Given given) {
        UUID id = of.id().value();
        Set<TaskId> whole = tasks.findByCaseIdAndIdIn(id, values(given.tasks())).stream()
                .map(CaseTask::id)
                .collect(Collectors.toSet());
        Set<FieldId> single = fields.findByCaseIdAndIdIn(id, values(given.fields())).stream()
                .filter(field -> !whole.contains(field.task()))
                .map(CaseField::id)
                .collect(Collectors.toSet());
        if (whole.size() < given.tasks().size()) {
            throw new NotFound();
        }
        group.give(whole, single, given.mayEdit());
    }

    private static Set<UUID> values(Set<? extends Id> ids) {
        return Stream.of(ids).flatMap(Set::stream).map(Id::value).collect(Collectors.toCollection(HashSet::new));
    }

    private FollowerGroup find(CaseEntity of, GroupId id) {
        return groups.findById(id.value())
                .filter(group -> group.of().equals(of.id()))
                .orElseThrow(NotFound::new);
    }
}
