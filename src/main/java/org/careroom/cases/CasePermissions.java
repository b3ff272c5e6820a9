package org.careroom.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.Rooms;
import org.careroom.messaging.Strangers;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Team;
import org.careroom.organizations.TeamOffer;
import org.careroom.organizations.TeamUses;
import org.careroom.organizations.Teams;
import org.careroom.people.Initials;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has to do with a case, and what each follower group gets, for its admins. */
@Service
@Transactional(readOnly = true)
public class CasePermissions {

    private final CaseDoor door;
    private final FollowerGroupRepository groups;
    private final Rooms rooms;
    private final Participants participants;
    private final Strangers strangers;
    private final Teams teams;
    private final TeamUses uses;
    private final People people;

    CasePermissions(
            CaseDoor door,
            FollowerGroupRepository groups,
            Rooms rooms,
            Participants participants,
            Strangers strangers,
            Teams teams,
            TeamUses uses,
            People people) {
        this.door = door;
        this.groups = groups;
        this.rooms = rooms;
        this.participants = participants;
        this.strangers = strangers;
        this.teams = teams;
        this.uses = uses;
        this.people = people;
    }

    /** A case's people and groups. */
    public record View(
            CaseId id,
            OrganizationId organization,
            String name,
            boolean open,
            PersonId reader,
            List<Someone> admins,
            List<Group> groups) {}

    /**
     * A follower group.
     *
     * @param strangers addresses that were asked by a link and have not answered
     * @param offers what teams whose people it took have changed since
     */
    public record Group(
            GroupId id,
            RoomId room,
            String name,
            boolean mayEdit,
            Set<TaskId> tasks,
            Set<FieldId> fields,
            List<Someone> followers,
            List<String> admins,
            List<String> strangers,
            List<TeamOffer> offers,
            boolean joined) {

        /** Whether nobody follows by it, nor is asked to. */
        public boolean isEmpty() {
            return followers.isEmpty() && strangers.isEmpty();
        }

        /** By which what it gets is known to who changes it. */
        public String seen() {
            return new NewGroup.Given(tasks, fields, mayEdit).digest();
        }

        public boolean getsWhole(TaskId task) {
            return tasks.contains(task);
        }

        public boolean getsSingly(FieldId field) {
            return fields.contains(field);
        }

        /** Whether it gets the field, by itself or with its task. */
        public boolean gets(TaskId task, FieldId field) {
            return getsWhole(task) || getsSingly(field);
        }
    }

    /**
     * A person in a room of the case.
     *
     * @param invited whether they were asked and have not accepted
     * @param suspended whether their membership of the organization is deactivated: they come back with it
     */
    public record Someone(PersonId id, String name, String email, boolean invited, boolean suspended, boolean outside) {

        public String initials() {
            return Initials.of(name);
        }
    }

    public View of(Person who, CaseId id) {
        CaseEntity of = door.lookAsAdmin(who, id);
        List<FollowerGroup> found = groups.findByCaseIdOrderByRoomId(id.value());
        Map<RoomId, List<Participant>> known = new HashMap<>();
        Room own = rooms.findForKind(of.room());
        known.put(of.room(), participants.known(own));
        found.forEach(group -> known.put(group.room(), participants.known(rooms.findForKind(group.room()))));
        Map<PersonId, Person> named = people.named(known.values().stream()
                .flatMap(List::stream)
                .map(Participant::person)
                .collect(Collectors.toSet()));
        List<Team> visible = teams.visibleTo(who);
        List<Group> shown = new ArrayList<>();
        for (FollowerGroup group : found) {
            List<Participant> there = Objects.requireNonNull(known.get(group.room()));
            shown.add(new Group(
                    group.id(),
                    group.room(),
                    rooms.findForKind(group.room()).name(),
                    group.mayEdit(),
                    group.tasks(),
                    group.fields(),
                    someone(there.stream().filter(one -> !one.isManager()).toList(), named),
                    someone(there.stream().filter(Participant::isManager).toList(), named).stream()
                            .map(Someone::name)
                            .toList(),
                    strangers.waitingFor(rooms.findForKind(group.room())),
                    uses.offers(who, group.room().value(), visible, persons(there)),
                    there.stream().anyMatch(one -> one.isIn() && one.person().equals(who.id()))));
        }
        shown.sort(Comparator.comparing(group -> group.name().toLowerCase(who.locale())));
        return new View(
                id,
                of.organization(),
                of.name(),
                of.isOpen(),
                who.id(),
                someone(Objects.requireNonNull(known.get(of.room())), named),
                shown);
    }

    private static Set<PersonId> persons(List<Participant> there) {
        return there.stream().map(Participant::person).collect(Collectors.toSet());
    }

    /** @throws NotFound when there is no such group in the case */
    public Group group(Person who, CaseId id, GroupId group) {
        return of(who, id).groups().stream()
                .filter(one -> one.id().equals(group))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static List<Someone> someone(List<Participant> there, Map<PersonId, Person> named) {
        return there.stream()
                .filter(participant -> named.containsKey(participant.person()))
                .map(participant -> {
                    Person person = Objects.requireNonNull(named.get(participant.person()));
                    return new Someone(
                            person.id(),
                            person.name(),
                            person.email(),
                            participant.state() == Participant.State.INVITED,
                            participant.state() == Participant.State.SUSPENDED,
                            participant.isOutside());
                })
                .sorted(Comparator.comparing(Someone::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
