package org.careroom.messaging;

import java.util.HashMap;
import java.util.Map;
import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many of a person's rooms hold something unread: looked for only among those that are marked as if they may. The mark is
 * raised by a message ({@link MessageLog#append}) and lowered here. It may be up in vain, but never down where it should be up.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class UnreadRooms {

    /** So many marks that are up in vain are read along before they are lowered. */
    static final int IN_VAIN = 20;

    /** The most that are counted in a list: of more a person reads that they are many. */
    static final int MANY = 100;

    /** So many marks are looked at first; most people have fewer, and of those who have more many count. */
    private static final int FIRST = 2 * MANY;

    private final JdbcClient jdbc;

    UnreadRooms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many of the person's open rooms hold something unread. */
    Unread count(Person who) {
        Map<Boolean, Marked> first = look(who, FIRST);
        if (first.values().stream().mapToLong(Marked::inVain).sum() > IN_VAIN) {
            lower(who);
        }
        boolean known = first.values().stream().allMatch(marked -> marked.all() < FIRST || marked.unread() >= MANY);
        Map<Boolean, Marked> all = known ? first : look(who, Integer.MAX_VALUE);
        return new Unread(unread(all.get(false)), unread(all.get(true)));
    }

    private static long unread(@Nullable Marked marked) {
        return marked == null ? 0 : Math.min(MANY, marked.unread());
    }

    /** Of each list at most so many marks; those of conversations under {@code true}. */
    private Map<Boolean, Marked> look(Person who, int most) {
        Map<Boolean, Marked> found = new HashMap<>();
        jdbc.sql("""
                        select in_conversation, count(*) as of_all, count(*) filter (where unread) as unread,
                               count(*) filter (where in_vain) as in_vain
                        from (
                            select p.in_conversation,
                                   r.open and r.last_sequence > p.read_up_to and p.state = 'IN' and not p.muted
                                       and r.last_sequence > p.archived_up_to as unread,
                                   not r.open or r.last_sequence <= p.read_up_to or p.state in ('OUT', 'DECLINED') as in_vain
                            from ((select * from participant where person_id = :who and maybe_unread and not in_conversation limit :most)
                                  union all
                                  (select * from participant where person_id = :who and maybe_unread and in_conversation limit :most)) p
                            join room r on r.id = p.room_id) marked
                        group by in_conversation
                        """).param("who", who.id().value()).param("most", most).query(row -> {
            found.put(
                    row.getBoolean("in_conversation"),
                    new Marked(row.getLong("of_all"), row.getLong("unread"), row.getLong("in_vain")));
        });
        return found;
    }

    /**
     * Lowers the person's marks that are up in vain. Each room is locked for it, so that no message is on its way in it, or
     * passed over where one is. A closed room's mark is raised by the message that it was opened again.
     */
    private void lower(Person who) {
        jdbc.sql("""
                        with read as (
                            select p.room_id, p.person_id from participant p join room r on r.id = p.room_id
                            where p.person_id = :who and p.maybe_unread
                              and (not r.open or r.last_sequence <= p.read_up_to or p.state in ('OUT', 'DECLINED'))
                            for no key update skip locked)
                        update participant p set maybe_unread = false from read
                        where p.room_id = read.room_id and p.person_id = read.person_id
                        """).param("who", who.id().value()).update();
    }

    /**
     * How many marks of a person are up.
     *
     * @param unread for something unread in an open room that is not muted
     * @param inVain for nothing unread, a closed room, or one that they are no longer in
     */
    private record Marked(long all, long unread, long inVain) {}
}
