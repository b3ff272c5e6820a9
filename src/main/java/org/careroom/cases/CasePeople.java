package org.careroom.cases;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.careroom.messaging.RoomChanged;
import org.careroom.people.PersonId;
import org.careroom.shared.NamedLocks;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has to do with which case, derived from who is in its rooms, whenever that changes and in the same transaction: so that
 * the list of somebody's cases is one range of an index. Its open pages are told of whatever changes in these rooms.
 */
@Component
class CasePeople {

    private static final String ROOMS = """
            select room_id from care_case where id = :case union all select room_id from follower_group where case_id = :case
            """;

    private final CaseRooms caseRooms;
    private final CaseNews news;
    private final JdbcClient jdbc;
    private final NamedLocks locks;

    CasePeople(CaseRooms caseRooms, CaseNews news, JdbcClient jdbc, NamedLocks locks) {
        this.caseRooms = caseRooms;
        this.news = news;
        this.locks = locks;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(RoomChanged changed) {
        caseRooms.caseOf(changed.room().id()).ifPresent(id -> {
            changed.concerned().stream()
                    .sorted(Comparator.comparing(PersonId::toString))
                    .forEach(person -> settle(id, person));
            news.changed(id, changed);
        });
    }

    /** The case was closed or opened again. */
    void settle(CaseId id, boolean open) {
        jdbc.sql("update case_person set open = ? where case_id = ?")
                .params(open, id.value())
                .update();
    }

    /** What one transaction makes of somebody's rooms another has to see, though there may be no row to lock yet. */
    private void settle(CaseId id, PersonId person) {
        locks.lock("case " + id + " person " + person);
        List<UUID> rooms =
                jdbc.sql(ROOMS).param("case", id.value()).query(UUID.class).list();
        int there = jdbc.sql("""
                        insert into case_person (person_id, case_id, admin, open)
                        select :person, c.id, bool_or(p.room_id = c.room_id), c.open
                        from care_case c join participant p on p.room_id = any(:rooms)
                        where c.id = :case and p.person_id = :person and p.state = 'IN'
                        group by c.id
                        on conflict (person_id, case_id) do update set admin = excluded.admin, open = excluded.open
                        """)
                .param("person", person.value())
                .param("case", id.value())
                .param("rooms", rooms.toArray(UUID[]::new))
                .update();
        if (there == 0) {
            jdbc.sql("delete from case_person where person_id = ? and case_id = ?")
                    .params(person.value(), id.value())
                    .update();
        }
    }
}
