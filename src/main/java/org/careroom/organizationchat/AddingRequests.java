package org.careroom.organizationchat;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "Ask the owner to add me": whoever reads a conversation without taking part asks, and the owner finds it in the
 * conversation's panel. Nothing of it reaches a client.
 */
@Service
@Transactional
public class AddingRequests {

    private final RoomDoor door;
    private final ConversationNews news;
    private final JdbcClient jdbc;
    private final Clock clock;

    AddingRequests(RoomDoor door, ConversationNews news, JdbcClient jdbc, Clock clock) {
        this.door = door;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Asks the owner to be added; asking again changes nothing.
     *
     * @throws NotFound when the person may not learn of the conversation
     * @throws Refused when they take part already, or it is closed
     */
    public void ask(Person who, RoomId id) {
        Room room = door.open(who, RoomAction.REPLY_ON_BEHALF, id);
        jdbc.sql(
                        "insert into conversation_request (room_id, person_id, asked_at) values (?, ?, ?) on conflict do nothing")
                .params(id.value(), who.id().value(), Timestamp.from(clock.instant()))
                .update();
        news.changed(room);
    }

    /** Those who have asked and are still waiting, longest first. */
    List<PersonId> waiting(RoomId room) {
        return jdbc
                .sql("select person_id from conversation_request where room_id = ? order by asked_at, person_id")
                .param(room.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    /** Whoever sees nothing of an organization's conversations any more waits in none of them. */
    void end(OrganizationId organization, PersonId person) {
        jdbc.sql("""
                        delete from conversation_request q using conversation c
                        where c.room_id = q.room_id and c.organization_id = ? and q.person_id = ?
                        """).params(organization.value(), person.value()).update();
    }

    void answered(RoomId room, PersonId person) {
        jdbc.sql("delete from conversation_request where room_id = ? and person_id = ?")
                .params(room.value(), person.value())
                .update();
    }
}
