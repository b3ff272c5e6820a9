package org.careroom.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.PeopleAdded;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.messaging.Strangers;
import org.careroom.organizations.Invited;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follower groups of cases and their rooms: setting them up, and exactly what each gets. Only admins of the case do any
 * of it: {@link NotFound} for those who have nothing to do with the case, {@link Refused} for its followers.
 */
@Service
@Transactional
public class FollowerGroups {

    private final FollowerGroupRepository groups;
    private final CaseTaskRepository tasks;
    private final CaseFieldRepository fields;
    private final CaseDoor door;
    private final CaseRooms caseRooms;
    private final Followers followers;
    private final Strangers strangers;
    private final CaseLog log;
    private final Rooms rooms;
    private final RoomLife life;
    private final Participants participants;
    private final Messages messages;
    private final People people;
    private final Clock clock;

    FollowerGroups(
            FollowerGroupRepository groups,
            CaseTaskRepository tasks,
            CaseFieldRepository fields,
            CaseDoor door,
            CaseRooms caseRooms,
            Followers followers,
            Strangers strangers,
            CaseLog log,
            Rooms rooms,
            RoomLife life,
            Participants participants,
            Messages messages,
            People people,
            Clock clock) {
        this.groups = groups;
        this.tasks = tasks;
        this.fields = fields;
        this.door = door;
        this.caseRooms = caseRooms;
        this.followers = followers;
        this.strangers = strangers;
        this.log = log;
        this.rooms = rooms;
        this.life = life;
        this.participants = participants;
        this.messages = messages;
        this.people = people;
        this.clock = clock;
    }

    /** A group that was set up, and who was added to it. */
    public record Made(GroupId group, PeopleAdded people) {}

    /**
     * Sets up a follower room, of the same form sent twice one. The admins of this moment are in it; people from outside the
     * organization are asked first.
     *
     * @throws Invalid at {@code name} or {@code people}
     */
    public Made make(Person who, CaseId id, NewGroup wanted) {
        CaseEntity of = followers.holdOpenAsAdmin(who, id);
        Optional<FollowerGroup> sentTwice = groups.findByCaseIdAndFormKey(id.value(), wanted.key());
        if (sentTwice.isPresent()) {
            return new Made(
                    sentTwice.get().id(), new PeopleAdded(sentTwice.get().room(), List.of()));
        }
        Checked<String> name = Checked.of(() -> free(of, wanted.name(), null));
        Checked<Invited.Guests> guests = Checked.of(() -> followers.guests(who, of, wanted.people(), wanted.teams()));
        Checked.all(name, guests);
        Room room = rooms.create(RoomKind.CASE_FOLLOWER, name.get());
        FollowerGroup group =
                new FollowerGroup(new GroupId(Id.next()), id, room.id(), wanted.key(), who.id(), clock.instant());
        NewGroup.Given exact = within(of, wanted.given());
        group.give(exact.tasks(), exact.fields(), exact.mayEdit());
        groups.save(group);
        admins(of).forEach(admin -> participants.enterAsManager(room, admin, who.id()));
        messages.announce(room, who.id(), "created", List.of(who.name()));
        life.changed(room, admins(of));
        log.note(of, who, CaseEvent.Kind.GROUP_MADE, name.get());
        followers.took(who, room, wanted.teams());
        return new Made(group.id(), new PeopleAdded(room.id(), followers.letIn(who, of, room, guests.get())));
    }

    /**
     * Gives the group exactly this from now on: values it is given now are the current ones, what it was told stays told.
     *
     * @param seen the digest of what it got when the person looked
     * @throws Invalid at {@code given} when it gets something else by now: what this reveals was not what they were shown
     */
    public void give(Person who, CaseId id, GroupId groupId, NewGroup.Given given, String seen) {
        CaseEntity of = door.lockOpenAsAdmin(who, id);
        FollowerGroup group = find(of, groupId);
        Room room = rooms.lockForKind(group.room());
        if (!group.given().digest().equals(seen)) {
            throw new Invalid("given", Reason.of("case.given.changed"));
        }
        NewGroup.Given exact = within(of, given);
        if (!group.given().equals(exact)) {
            String changes = changes(of, group, exact);
            group.give(exact.tasks(), exact.fields(), exact.mayEdit());
            groups.save(group);
            log.note(of, who, CaseEvent.Kind.GROUP_CHANGED, null, room.name(), "", changes);
            life.changed(room, Set.of());
        }
    }

    /**
     * Gives the group's room another name.
     *
     * @throws Invalid at {@code name}
     */
    public void rename(Person who, CaseId id, GroupId groupId, String typed) {
        CaseEntity of = door.lockOpenAsAdmin(who, id);
        Room room = rooms.lockForKind(find(of, groupId).room());
        String before = room.name();
        String name = free(of, typed, room);
        if (!name.equals(before)) {
            life.renameForKind(room, who, name);
            log.note(of, who, CaseEvent.Kind.GROUP_RENAMED, null, name, before, "");
        }
    }

    /** A name that no other group of the case has. */
    private String free(CaseEntity of, String typed, @Nullable Room own) {
        String name = PlainText.line("name", typed, PlainText.NAME);
        boolean taken = caseRooms
                .ofGroups(of)
                .filter(room -> room != own)
                .map(Room::name)
                .anyMatch(name::equalsIgnoreCase);
        if (taken) {
            throw new Invalid("name", Reason.of("case.group.twice"));
        }
        return name;
    }

    /** Such as {@code (+ OR time, − Organ offered)}. */
    private String changes(CaseEntity of, FollowerGroup group, NewGroup.Given given) {
        List<String> changes = new ArrayList<>();
        for (CaseField field : fields.inOrder(of.id().value())) {
            boolean got = group.gets(field);
            boolean gets = given.fields().contains(field.id()) || given.tasks().contains(field.task());
            if (got != gets) {
                changes.add((gets ? "+ " : "− ") + field.label());
            }
        }
        return changes.isEmpty() ? "" : "(" + String.join(", ", changes) + ")";
    }

    /** Lets an admin who was added later read and write in the group's room, its whole history visible. */
    public RoomId join(Person who, CaseId id, GroupId groupId) {
        CaseEntity of = followers.holdAsAdmin(who, id);
        Room room = rooms.lockForKind(find(of, groupId).room());
        if (!door.isIn(room, who)) {
            participants.enterAsManager(room, who.id(), who.id());
            messages.announce(room, who.id(), "joined", List.of(who.name()));
            life.changed(room, Set.of(who.id()));
            log.note(of, who, CaseEvent.Kind.GROUP_JOINED, room.name());
        }
        return room.id();
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
        boolean followed = known.stream().anyMatch(participant -> !participant.isManager());
        if (followed || !strangers.waitingFor(room).isEmpty()) {
            throw new Refused(Reason.of("case.group.not-empty"));
        }
        groups.delete(group);
        known.forEach(admin -> life.removeForKind(room, who, people.person(admin.person())));
        life.closeForKind(room, who);
        log.note(of, who, CaseEvent.Kind.GROUP_REMOVED, room.name());
    }

    private Set<PersonId> admins(CaseEntity of) {
        return participants.personsIn(rooms.findForKind(of.room()));
    }

    /** Of what is asked for, what there is in this case; a field of a task that is given whole is not given singly too. */
    private NewGroup.Given within(CaseEntity of, NewGroup.Given given) {
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
        return new NewGroup.Given(whole, single, given.mayEdit());
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
