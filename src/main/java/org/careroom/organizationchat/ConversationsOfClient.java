package org.careroom.organizationchat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.careroom.clients.ClientContact;
import org.careroom.clients.ClientId;
import org.careroom.clients.ClientPanel;
import org.careroom.clients.Clients;
import org.careroom.messaging.RoomId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On a client's record: the conversations with them that the reader may read, and a way to begin one. */
@Component
@Transactional(readOnly = true)
class ConversationsOfClient implements ClientPanel {

    private static final int SHOWN = 10;

    private final Clients clients;
    private final ConversationPeople conversationPeople;
    private final People people;
    private final JdbcClient jdbc;

    ConversationsOfClient(Clients clients, ConversationPeople conversationPeople, People people, JdbcClient jdbc) {
        this.clients = clients;
        this.conversationPeople = conversationPeople;
        this.people = people;
        this.jdbc = jdbc;
    }

    /**
     * What is shown.
     *
     * @param all whether the reader sees all of the organization's conversations
     */
    record View(List<Shown> conversations, boolean all, String client, String email) {}

    /** A conversation of theirs, called by its subject; empty where it has none. */
    record Shown(RoomId id, String subject, String owner, boolean open, Instant lastActivity) {}

    @Override
    public String template() {
        return "organizationchat/_partials/of-client";
    }

    @Override
    public @Nullable View of(Person who, ClientId client) {
        ClientContact contact = clients.find(client).orElse(null);
        if (contact == null) {
            return null;
        }
        boolean all = conversationPeople.holdsOrganizationChat(who, contact.organization());
        List<Shown> shown = jdbc.sql("""
                        select c.room_id, r.name, a.name as owner, c.open, c.last_activity
                        from participant p join conversation c on c.room_id = p.room_id
                        join room r on r.id = c.room_id join account a on a.id = c.owner_id
                        where p.person_id = :client and p.in_conversation and p.state = 'IN' and c.organization_id = :organization
                          and (:all or exists (select from participant own where own.room_id = c.room_id
                                               and own.person_id = :who and own.state = 'IN'))
                        order by c.last_activity desc, c.room_id desc limit :most
                        """)
                .param("client", contact.account().value())
                .param("organization", contact.organization().value())
                .param("all", all)
                .param("who", who.id().value())
                .param("most", SHOWN)
                .query((row, number) -> new Shown(
                        new RoomId(row.getObject("room_id", UUID.class)),
                        row.getString("name"),
                        row.getString("owner"),
                        row.getBoolean("open"),
                        row.getTimestamp("last_activity").toInstant()))
                .list();
        return new View(
                shown,
                all,
                contact.account().toString(),
                people.person(contact.account()).email());
    }
}
