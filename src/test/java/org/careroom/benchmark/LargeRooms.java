package org.careroom.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * Writes large rooms and long lists by SQL, since posting a million messages would take too long. This and
 * {@link LargeCases} are the places that know the application's tables.
 */
final class LargeRooms implements AutoCloseable {

    private static final String ROOM = """
            insert into room (id, kind, name, open, last_sequence, last_change, last_activity, created_at)
            values (?, 'GENERAL', ?, true, ?, 0, now(), now() - interval '1 year')
            """;

    private static final String GENERAL_ROOM = """
            insert into general_room (room_id, organization_id, creator_id, form_key, description, managed)
            select ?::uuid, (select organization_id from general_room where organization_id is not null limit 1),
                account.id, gen_random_uuid(), '', false
            from account where account.email = ?
            """;

    /** Ten accounts are in it, the given one first; all have read up to the last twenty. */
    private static final String PARTICIPANTS = """
            insert into participant (room_id, person_id, state, manager, since, read_up_to)
            select ?::uuid, account.id, 'IN', account.email = ?, now() - interval '1 year', greatest(0, ? - 20)
            from account
            where account.email = ? or account.email like 'load10_@riverside.example'
            """;

    /** One message a minute, the last of them now. */
    private static final String MESSAGES = """
            insert into message (room_id, sequence, id, author_id, client_key, kind, body, sent_at)
            select room.id, number, gen_random_uuid(), author.person_id, gen_random_uuid(), 'TEXT',
                'The organ is on its way, expected at the hospital at a quarter to four. No. ' || number,
                now() - (room.last_sequence - number) * interval '1 minute'
            from room
            cross join lateral generate_series(1, room.last_sequence) number
            cross join lateral (
                select person_id from participant
                where participant.room_id = room.id
                order by person_id offset number % 3 limit 1) author
            where room.id = ?
            """;

    private static final String ROOMS_OF = """
            select count(*) from participant join account on account.id = participant.person_id
            where account.email = ? and participant.state = 'IN'
            """;

    private static final int MESSAGES_IN_LISTED_ROOM = 5;

    private final Connection connection;

    LargeRooms(BroughtDatabase database) throws SQLException {
        connection = database.connect(BroughtDatabase.NAME);
        connection.setAutoCommit(false);
    }

    /** A room of that person with so many messages. */
    UUID room(String email, String name, int messages) throws SQLException {
        UUID id = UUID.randomUUID();
        update(ROOM, id, name, (long) messages);
        update(GENERAL_ROOM, id, email);
        update(PARTICIPANTS, id, email, (long) messages, email);
        update(MESSAGES, id);
        connection.commit();
        return id;
    }

    /** As many rooms with a few messages as it takes until the person is in so many. */
    void roomsOf(String email, int wanted) throws SQLException {
        for (long count = roomsOf(email); count < wanted; count++) {
            room(email, "Ward round " + (count + 1), MESSAGES_IN_LISTED_ROOM);
        }
    }

    /** Lets PostgreSQL know what was written, as its own maintenance would by and by. */
    void finish() throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private long roomsOf(String email) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROOMS_OF)) {
            statement.setString(1, email);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
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
