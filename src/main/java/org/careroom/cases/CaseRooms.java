package org.careroom.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.people.Person;
import org.springframework.stereotype.Component;

/** All rooms of a case at once: its own and those of its groups. Called by who has the case locked. */
@Component
class CaseRooms {

    private final FollowerGroupRepository groups;
    private final Rooms rooms;
    private final RoomLife life;

    CaseRooms(FollowerGroupRepository groups, Rooms rooms, RoomLife life) {
        this.groups = groups;
        this.rooms = rooms;
        this.life = life;
    }

    /** The case's own room is called as the case is, and its followers read that name in theirs. */
    void renamed(Person who, CaseEntity of) {
        life.renameForKind(rooms.lockForKind(of.room()), who, of.name());
        groups.findByCaseIdOrderByRoomId(of.id().value())
                .forEach(group -> life.changed(rooms.findForKind(group.room()), Set.of()));
    }

    void close(Person who, CaseEntity of) {
        each(of, who, life::closeForKind);
    }

    void reopen(Person who, CaseEntity of) {
        each(of, who, life::reopenForKind);
    }

    private void each(CaseEntity of, Person who, BiConsumer<Room, Person> what) {
        List<RoomId> all = new ArrayList<>();
        all.add(of.room());
        groups.findByCaseIdOrderByRoomId(of.id().value()).forEach(group -> all.add(group.room()));
        all.sort(Comparator.comparing(RoomId::toString));
        all.forEach(room -> what.accept(rooms.lockForKind(room), who));
    }
}
