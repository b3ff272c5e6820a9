package org.careroom.organizationchat;

import java.sql.Timestamp;
import java.util.UUID;
import org.careroom.messaging.MessagePosted;
import org.careroom.messaging.OnBehalf;
import org.careroom.messaging.ReadingMoved;
import org.careroom.messaging.RoomChanged;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.people.PersonId;
import org.careroom.people.PersonRenamed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the lists of conversations sort, filter and search by as the rooms have it, in the transaction of each change. The
 * room is locked by whoever changes it, so that this follows in the same order.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ConversationIndex {

    private final JdbcClient jdbc;

    ConversationIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A client's message waits for an answer from the first one on; any text of staff, on behalf too, is one. What was answered
     * in the owner's name is not unread to them, and they are told who did it until they look.
     */
    @EventListener
    void on(MessagePosted posted) {
        if (posted.room().kind() != RoomKind.CONVERSATION) {
            return;
        }
        OnBehalf onBehalf = posted.message().onBehalf();
        jdbc.sql("""
                        update conversation set last_sequence = :sequence, last_activity = :at, owner_archived = false,
                            owner_unread = owner_id <> :author and not :onBehalf,
                            answered_by = case when :onBehalf then :author when owner_id = :author then null else answered_by end,
                            awaiting_since = case when :kind <> 'TEXT' then awaiting_since
                                when (select kind from account where id = :author) = 'STAFF' then null
                                else coalesce(awaiting_since, :at) end
                        where room_id = :room
                        """)
                .param("room", posted.room().id().value())
                .param("sequence", posted.message().sequence())
                .param("at", Timestamp.from(posted.message().sentAt()))
                .param("author", posted.message().author().value())
                .param("onBehalf", onBehalf != null)
                .param("kind", posted.message().kind().name())
                .update();
        String event = posted.message().event();
        if (RoomKind.CONVERSATION.event("closed").equals(event)) {
            close(posted);
        } else if (RoomKind.CONVERSATION.event("reopened").equals(event)) {
            reopen(posted);
        }
    }

    private void close(MessagePosted closed) {
        jdbc.sql("update conversation set open = false, closed_by = ?, closed_at = ? where room_id = ?")
                .params(
                        closed.message().author().value(),
                        Timestamp.from(closed.message().sentAt()),
                        closed.room().id().value())
                .update();
    }

    private void reopen(MessagePosted reopened) {
        jdbc.sql("update conversation set open = true, closed_by = null, closed_at = null where room_id = ?")
                .param(reopened.room().id().value())
                .update();
    }

    /** The owner has read, or wants something to count as unread again; only their own looking says that they know who answered. */
    @EventListener
    void on(ReadingMoved moved) {
        if (moved.room().kind() == RoomKind.CONVERSATION) {
            jdbc.sql("""
                            update conversation c set owner_unread = c.last_sequence > p.read_up_to, answered_by = null
                            from participant p
                            where c.room_id = :room and c.owner_id = :person and p.room_id = :room and p.person_id = :person
                              and (c.owner_unread <> (c.last_sequence > p.read_up_to) or c.answered_by is not null)
                            """)
                    .param("room", moved.room().id().value())
                    .param("person", moved.person().value())
                    .update();
        }
    }

    /** Its people, its name, or whether it is open. */
    @EventListener
    void on(RoomChanged changed) {
        if (changed.room().kind() == RoomKind.CONVERSATION) {
            nameAgain(changed.room().id().value());
        }
    }

    @EventListener
    void on(PersonRenamed renamed) {
        jdbc.sql(
                        "select room_id from participant where person_id = ? and in_conversation and state in ('IN', 'SUSPENDED') order by room_id")
                .param(renamed.person().value())
                .query(UUID.class)
                .list()
                .forEach(this::nameAgain);
    }

    /**
     * What it is found by: its subject and the names of the people in it. The row is had to oneself first, so that the statement
     * behind that sees what others who did the same have committed.
     */
    private void nameAgain(UUID room) {
        jdbc.sql("select room_id from conversation where room_id = ? for update")
                .param(room)
                .query(UUID.class)
                .list();
        jdbc.sql("""
                        update conversation set words = to_tsvector('simple', (
                            select r.name || ' ' || coalesce(string_agg(a.name, ' '), '')
                            from room r left join participant p on p.room_id = r.id and p.state in ('IN', 'SUSPENDED')
                            left join account a on a.id = p.person_id where r.id = :room group by r.name))
                        where room_id = :room
                        """).param("room", room).update();
    }

    /** What the owner has put away is archived in the Organization view too, which follows the owner. */
    void archived(RoomId room, PersonId person, boolean archived) {
        jdbc.sql("update conversation set owner_archived = ? where room_id = ? and owner_id = ?")
                .params(archived, room.value(), person.value())
                .update();
    }

    /** It has another owner, whose reading and archive the Organization view follows from now on. */
    void given(RoomId room, PersonId owner) {
        jdbc.sql("""
                        update conversation c set owner_id = :owner, answered_by = null,
                            owner_unread = c.last_sequence > p.read_up_to,
                            owner_archived = p.archived_up_to > 0 and p.archived_up_to >= c.last_sequence
                        from participant p where c.room_id = :room and p.room_id = :room and p.person_id = :owner
                        """).param("room", room.value()).param("owner", owner.value()).update();
    }
}
