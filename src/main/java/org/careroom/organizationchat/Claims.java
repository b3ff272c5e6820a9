package org.careroom.organizationchat;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of the staff has said that they see to a conversation, so that nobody else does the same (product 5). What holds now is
 * read and written in single statements, as an access that ends takes its claims with it.
 */
@Service
@Transactional
public class Claims {

    private final ConversationRepository conversations;
    private final ConversationRules rules;
    private final ConversationNews news;
    private final RoomDoor door;
    private final ObjectProvider<Rooms> rooms;
    private final Members members;
    private final People people;
    private final JdbcClient jdbc;
    private final Clock clock;

    Claims(
            ConversationRepository conversations,
            ConversationRules rules,
            ConversationNews news,
            RoomDoor door,
            ObjectProvider<Rooms> rooms,
            Members members,
            People people,
            JdbcClient jdbc,
            Clock clock) {
        this.conversations = conversations;
        this.rules = rules;
        this.news = news;
        this.door = door;
        this.rooms = rooms;
        this.members = members;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Says that this person sees to it.
     *
     * @throws NotFound when they may not learn of the conversation
     * @throws Refused when somebody else has said so already, or for a client
     */
    public void claim(Person who, RoomId id) {
        Room room = lock(who, id);
        int claimed = jdbc.sql("""
                        update conversation set claimed_by = :who, claimed_at = :now
                        where room_id = :room and (claimed_by is null or claimed_by = :who)
                        """)
                .param("who", who.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("room", id.value())
                .update();
        if (claimed == 0) {
            throw new Refused(Reason.of("conversation.claimed", claimer(id)));
        }
        news.changed(room);
    }

    /**
     * Lays it down again; releasing what nobody has claimed changes nothing.
     *
     * @throws NotFound when they may not learn of the conversation
     * @throws Refused when it is neither theirs nor their claim
     */
    public void release(Person who, RoomId id) {
        Room room = lock(who, id);
        rules.mayRelease(who, conversations.of(id)).orThrow();
        end(id);
        news.changed(room);
    }

    /** Who is no longer in a conversation does not see to it any more. */
    void end(Room room, PersonId person) {
        jdbc.sql("update conversation set claimed_by = null, claimed_at = null where room_id = ? and claimed_by = ?")
                .params(room.id().value(), person.value())
                .update();
    }

    /** Who sees nothing of an organization's conversations any more sees to none, and the others are told that. */
    void end(OrganizationId organization, PersonId person) {
        jdbc.sql("""
                        update conversation set claimed_by = null, claimed_at = null
                        where organization_id = ? and claimed_by = ? returning room_id
                        """)
                .params(organization.value(), person.value())
                .query(UUID.class)
                .list()
                .forEach(room -> news.changed(rooms.getObject().findForKind(new RoomId(room))));
    }

    private void end(RoomId room) {
        jdbc.sql("update conversation set claimed_by = null, claimed_at = null where room_id = ?")
                .param(room.value())
                .update();
    }

    /** Nobody's access ends while they claim. */
    private Room lock(Person who, RoomId id) {
        conversations.findOrganization(id.value()).map(OrganizationId::new).ifPresentOrElse(members::hold, () -> {
            throw new NotFound();
        });
        Room room = rooms.getObject().lockForKind(id);
        door.ask(who, RoomAction.READ, room).orThrow();
        door.ask(who, RoomAction.WATCH, room).orThrow();
        return room;
    }

    private String claimer(RoomId id) {
        return jdbc.sql("select claimed_by from conversation where room_id = ?")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(person -> people.person(new PersonId(person)).name())
                .orElse("?");
    }
}
