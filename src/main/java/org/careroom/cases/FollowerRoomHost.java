package org.careroom.cases;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.PeopleAdded;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomHost;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Members;
import org.careroom.organizations.TeamId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who comes into follower rooms and who goes, by the rooms' own address: as on the case's permissions page. */
@Component
@Transactional
class FollowerRoomHost implements RoomHost {

    private final FollowerGroupRepository groups;
    private final Followers followers;
    private final RoomDoor roomDoor;
    private final Rooms rooms;
    private final Participants participants;
    private final Members members;
    private final People people;

    FollowerRoomHost(
            FollowerGroupRepository groups,
            Followers followers,
            RoomDoor roomDoor,
            Rooms rooms,
            Participants participants,
            Members members,
            People people) {
        this.groups = groups;
        this.followers = followers;
        this.roomDoor = roomDoor;
        this.rooms = rooms;
        this.participants = participants;
        this.members = members;
        this.people = people;
    }

    @Override
    public RoomKind kind() {
        return RoomKind.CASE_FOLLOWER;
    }

    @Override
    public PeopleAdded change(Person who, RoomId id, List<String> removed, List<String> added, List<UUID> teams) {
        FollowerGroup group = groups.findByRoomId(id.value()).orElseThrow(NotFound::new);
        if (!removed.isEmpty()) {
            roomDoor.ask(who, RoomAction.REMOVE_PEOPLE, rooms.findForKind(id)).orThrow();
            remove(who, group, removed);
            if (added.isEmpty() && teams.isEmpty()) {
                return new PeopleAdded(id, List.of());
            }
        }
        roomDoor.ask(who, RoomAction.ADD_PEOPLE, rooms.findForKind(id)).orThrow();
        return followers.add(
                who,
                group.of(),
                group.id(),
                added,
                teams.stream().map(TeamId::new).toList());
    }

    private void remove(Person who, FollowerGroup group, List<String> addresses) {
        Set<PersonId> known = participants.known(rooms.findForKind(group.room())).stream()
                .map(Participant::person)
                .collect(Collectors.toSet());
        people.findByEmails(addresses).stream()
                .filter(person -> known.contains(person.id()))
                .forEach(person -> followers.remove(who, group.of(), group.id(), person.id()));
        addresses.forEach(address -> followers.withdraw(who, group.of(), group.id(), address));
    }

    @Override
    public void hold(RoomId room) {
        groups.findByRoomId(room.value()).ifPresent(group -> members.hold(followers.organization(group.of())));
    }

    @Override
    public boolean isOutside(Person who, Room room) {
        FollowerGroup group = groups.findByRoomId(room.id().value()).orElseThrow(NotFound::new);
        return !members.isActive(who.id(), followers.organization(group.of()));
    }
}
