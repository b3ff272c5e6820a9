package org.careroom.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes an organization with many conversations by SQL, as {@link LargeRooms} does for rooms: its providers share them, each
 * with a client of its own, and each with fifty messages. A twentieth waits for an answer, a tenth is unread to its owner, a
 * twentieth is put away, a fifth is closed.
 */
final class LargeChat implements AutoCloseable {

    static final int MESSAGES = 50;

    private static final String ORGANIZATION = """
            insert into organization (id, name, plan, created_at) values (?, ?, 'PREMIUM', now())
            """;

    private static final String MEMBERS = """
            insert into member (id, organization_id, person_id, level, status, job_role, permissions, since, changed_at)
            select gen_random_uuid(), ?, account.id, 'MEMBER', 'ACTIVE', '',
                case when account.email = ? then '{SEARCH_CLIENTS,SEE_CLIENTS,ACCESS_CONVERSATIONS,ORGANIZATION_CHAT}'::text[]
                     else '{}'::text[] end, now(), now()
            from account where account.email = any(?)
            """;

    /** The clients' accounts have the password of the load set's. */
    private static final String CLIENTS = """
            insert into account (id, email, name, kind, premium, operator, language, zone, password_hash, created_at)
            select gen_random_uuid(), 'chat-' || ? || '-' || number || '@example.org',
                'Client' || number || ' ' || (array['Ellis','Cole','Vogel','Nguyen','Bello','Marchand','Siddiqui'])[number % 7 + 1],
                'CLIENT', false, false, 'en', 'UTC',
                (select password_hash from account where email = 'load1@riverside.example'), now()
            from generate_series(1, ?) number
            """;

    private static final String CONVERSATIONS = """
            with provider as (
                select id, row_number() over (order by email) - 1 as place from account where email = any(?)
            ), made as (
                select gen_random_uuid() as room, client.id as client, client.name as client_name, provider.id as owner,
                       provider_account.name as owner_name, number
                from (select id, name, row_number() over (order by length(email), email) as number from account where email like 'chat-' || ? || '-%') client
                join provider on provider.place = number / 20 % (select count(*) from provider)
                join account provider_account on provider_account.id = provider.id
            ), rooms as (
                insert into room (id, kind, name, open, last_sequence, last_change, last_activity, created_at)
                select room, 'CONVERSATION', '', number % 5 <> 0, ?, 0, now() - number * interval '1 minute', now() - interval '1 year'
                from made
            ), participants as (
                insert into participant (room_id, person_id, state, manager, since, read_up_to, in_conversation, archived_up_to)
                select room, owner, 'IN', true, now(), case when number % 10 = 1 then ? - 3 else ? end, true,
                       case when number % 20 = 2 then ? else 0 end from made
                union all
                select room, client, 'IN', false, now(), ?, true, 0 from made
            )
            insert into conversation (room_id, organization_id, owner_id, community, words, open, last_sequence, last_activity,
                owner_unread, owner_archived, awaiting_since, closed_by, closed_at, created_by, created_at, form_key)
            select room, ?, owner, false, to_tsvector('simple', client_name || ' ' || owner_name), number % 5 <> 0, ?,
                now() - number * interval '1 minute', number % 10 = 1, number % 20 = 2,
                case when number % 20 = 3 then now() - number * interval '1 minute' end,
                case when number % 5 = 0 then owner end, case when number % 5 = 0 then now() end, owner, now(), gen_random_uuid()
            from made
            """;

    /** Each client is of the conversation's owner; the first statement's row is asked for at the end of the transaction only. */
    private static final String RECORDS = """
            with owned as (
                select a.id, a.name, a.email, c.owner_id, c.organization_id from conversation c
                join participant p on p.room_id = c.room_id and p.person_id <> c.owner_id join account a on a.id = p.person_id
                where c.organization_id = ?
            ), records as (
                insert into client (id, organization_id, name, email, phone, provider_id, account_id, chat_on, form_key, since,
                    added_by, changed_at, changed_by)
                select id, organization_id, name, email, '', owner_id, id, true, gen_random_uuid(), now(), owner_id, now(), owner_id
                from owned
            )
            insert into client_person (client_id, organization_id, person_id, sort_name)
            select id, organization_id, owner_id, lower(name) from owned
            """;

    private static final String MESSAGE_ROWS = """
            insert into message (room_id, sequence, id, author_id, client_key, kind, body, sent_at)
            select c.room_id, number, gen_random_uuid(), case when number % 2 = 0 then c.owner_id else p.person_id end,
                gen_random_uuid(), 'TEXT', 'I have put your question on the list for tomorrow morning. No. ' || number,
                c.last_activity - (c.last_sequence - number) * interval '1 hour'
            from conversation c join participant p on p.room_id = c.room_id and p.person_id <> c.owner_id
            cross join lateral generate_series(1, c.last_sequence) number
            where c.organization_id = ?
            """;

    private final Connection connection;

    LargeChat(BroughtDatabase database) throws SQLException {
        connection = database.connect(BroughtDatabase.NAME);
    }

    /**
     * An organization of its own.
     *
     * @param helper the address of an account that holds Organization Chat in it
     * @param providers the addresses of accounts that own the conversations
     */
    void organization(String name, String helper, List<String> providers, int conversations) throws SQLException {
        UUID id = UUID.randomUUID();
        var owners = connection.createArrayOf("text", providers.toArray());
        var members = connection.createArrayOf(
                "text", Stream.concat(providers.stream(), Stream.of(helper)).toArray());
        long last = MESSAGES;
        update(ORGANIZATION, id, name);
        update(MEMBERS, id, helper, members);
        update(CLIENTS, name, conversations);
        update(CONVERSATIONS, owners, name, last, last, last, last, last, id, last);
        update(RECORDS, id);
        update(MESSAGE_ROWS, id);
    }

    /** The account of this address. */
    UUID client(String email) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select id from account where email = ?")) {
            statement.setString(1, email);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }

    /** Lets PostgreSQL know what was written, as its own maintenance would by and by. */
    void finish() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
