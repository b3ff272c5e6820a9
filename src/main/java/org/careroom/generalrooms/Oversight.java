package org.careroom.generalrooms;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What organization admins may see and do of their organization's group rooms without being in them (product 3). */
@Service
@Transactional
public class Oversight {

    static final int PAGE = 50;

    private final GeneralRoomRules rules;
    private final Rooms rooms;
    private final RoomLife life;
    private final Participants participants;
    private final Members members;
    private final People people;
    private final JdbcClient jdbc;

    Oversight(
            GeneralRoomRules rules,
            Rooms rooms,
            RoomLife life,
            Participants participants,
            Members members,
            People people,
            JdbcClient jdbc) {
        this.rules = rules;
        this.rooms = rooms;
        this.life = life;
        this.participants = participants;
        this.members = members;
        this.people = people;
        this.jdbc = jdbc;
    }

    /**
     * The group rooms of the organizations that the person is an admin of, by name.
     *
     * @param after the last room's key of the page before, or null
     * @throws NotFound when they are an admin nowhere
     */
    @Transactional(readOnly = true)
    public Slice<OverseenRoom> list(Person who, @Nullable String after) {
        List<UUID> organizations = members.of(who.id()).stream()
                .filter(Membership::admin)
                .map(membership -> membership.organization().value())
                .toList();
        if (organizations.isEmpty()) {
            throw new NotFound();
        }
        List<Listed> found = jdbc.sql("""
                        select r.id, r.name, r.open, o.name as organization, lower(r.name) || r.id::text as key,
                               (select count(*) from participant p where p.room_id = r.id and p.state = 'IN') as people
                        from general_room g join room r on r.id = g.room_id join organization o on o.id = g.organization_id
                        where g.organization_id in (:organizations) and g.pair_low is null
                          and lower(r.name) || r.id::text > :after
                        order by lower(r.name) || r.id::text limit :limit
                        """)
                .param("organizations", organizations)
                .param("after", after == null ? "" : after)
                .param("limit", PAGE + 1)
                .query((row, number) -> new Listed(
                        row.getString("key"),
                        new OverseenRoom(
                                new RoomId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                row.getBoolean("open"),
                                row.getString("organization"),
                                row.getLong("people"),
                                List.of())))
                .list();
        List<Listed> page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        return new Slice<>(
                page.stream().map(Listed::room).toList(),
                found.size() > PAGE ? page.get(PAGE - 1).key() : null);
    }

    /** @throws NotFound when it is no group room of an organization that the person is an admin of */
    @Transactional(readOnly = true)
    public OverseenRoom room(Person who, RoomId id) {
        Room room = overseen(who, rooms.findForKind(id));
        List<Participant> in = participants.in(room);
        Map<PersonId, Person> named =
                people.named(in.stream().map(Participant::person).toList());
        return new OverseenRoom(
                id,
                room.name(),
                room.isOpen(),
                "",
                in.size(),
                in.stream()
                        .map(participant -> new OverseenRoom.OverseenPerson(
                                participant.person(),
                                Objects.requireNonNull(named.get(participant.person()))
                                        .name(),
                                participant.isManager(),
                                participant.isOutside()))
                        .toList());
    }

    /** Takes a person out of the room; the room's log says who did. */
    public void remove(Person who, RoomId id, PersonId person) {
        life.removeForKind(overseen(who, rooms.lockForKind(id)), who, people.person(person));
    }

    public void close(Person who, RoomId id) {
        life.closeForKind(overseen(who, rooms.lockForKind(id)), who);
    }

    private Room overseen(Person who, Room room) {
        rules.mayOversee(who, room).orThrow();
        return room;
    }

    /** A room with its place in the list, as PostgreSQL orders it. */
    private record Listed(String key, OverseenRoom room) {}
}
