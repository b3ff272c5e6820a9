package org.careroom.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Writes long lists of cases by SQL, and a case that many are told of, as {@link LargeRooms} does for rooms. */
final class LargeCases implements AutoCloseable {

    private static final String CASES = """
            with made as (
                select gen_random_uuid() as id, gen_random_uuid() as room, number from generate_series(1, ?) number
            ), admin as (
                select id from account where email = ?
            ), rooms as (
                insert into room (id, kind, name, open, last_sequence, last_change, last_activity, created_at)
                select room, 'CASE', 'Donor ' || number, true, 0, 0, now(), now() from made
            ), cases as (
                insert into care_case (id, organization_id, room_id, workflow_name, name, unos_id, match_id, opo, stage, stages,
                    tags, possible_tags, open, form_key, created_by, created_at)
                select made.id,
                    (select organization_id from general_room where organization_id is not null limit 1), room,
                    'Deceased donor organ recovery', 'Donor ' || number, 'AKJD' || number, '', 'Northlake OPO', 'Allocation',
                    '{Referral,Allocation}', '{DBD}', '{DBD,DCD}', true, gen_random_uuid(), admin.id, now()
                from made, admin
            ), tasks as (
                insert into case_task (id, case_id, position, name)
                select gen_random_uuid(), made.id, place, 'Task ' || place + 1 from made, generate_series(0, 7) place
            ), admins as (
                insert into participant (room_id, person_id, state, manager, since, read_up_to)
                select room, admin.id, 'IN', true, now(), 0 from made, admin
            ), listed as (
                insert into case_person (person_id, case_id, admin, open)
                select admin.id, made.id, true, true from made, admin
            )
            select id from made limit 1
            """;

    /** Ten fields in each of the first five tasks. */
    private static final String FIELDS = """
            insert into case_field (id, case_id, task_id, position, label, type, mandatory, choices)
            select gen_random_uuid(), case_id, id, place, 'Finding ' || position * 10 + place + 1, 'TEXT', false, '{}'
            from case_task, generate_series(0, 9) place
            where case_id = ? and position < 5
            """;

    /** Twenty rooms of ten people each, the admin among them; so many of the rooms are given all fields. */
    private static final String GROUPS = """
            with made as (
                select gen_random_uuid() as id, gen_random_uuid() as room, number from generate_series(1, 20) number
            ), care as (
                select id, created_by from care_case where id = ?
            ), rooms as (
                insert into room (id, kind, name, open, last_sequence, last_change, last_activity, created_at)
                select room, 'CASE_FOLLOWER', 'Group ' || number, true, 0, 0, now(), now() from made
            ), groups as (
                insert into follower_group (id, case_id, room_id, form_key, may_edit, created_by, created_at)
                select made.id, care.id, room, gen_random_uuid(), false, care.created_by, now() from made, care
            ), given as (
                insert into follower_group_task (group_id, task_id)
                select made.id, task.id from made, care join case_task task on task.case_id = care.id
                where number <= ? and position < 5
            ), people as (
                select room, account.id, false as manager from made
                cross join lateral generate_series(number * 9 + 301, number * 9 + 309) person
                join account on account.email = 'load' || person || '@riverside.example'
                union all
                select room, created_by, true from made, care
            ), participants as (
                insert into participant (room_id, person_id, state, manager, since, read_up_to)
                select room, id, 'IN', manager, now(), 0 from people
            )
            insert into case_person (person_id, case_id, admin, open)
            select people.id, care.id, false, true from people, care where not manager
            """;

    private final Connection connection;

    LargeCases(BroughtDatabase database) throws SQLException {
        connection = database.connect(BroughtDatabase.NAME);
    }

    /** So many cases that this person is the admin of; one of them. */
    UUID casesOf(String email, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CASES)) {
            statement.setInt(1, count);
            statement.setString(2, email);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }

    /** A case of 50 fields and 20 follower rooms of 10 people, so many of which are given all fields. */
    UUID followedCase(String email, int told) throws SQLException {
        UUID id = casesOf(email, 1);
        try (PreparedStatement fields = connection.prepareStatement(FIELDS);
                PreparedStatement groups = connection.prepareStatement(GROUPS)) {
            fields.setObject(1, id);
            fields.executeUpdate();
            groups.setObject(1, id);
            groups.setInt(2, told);
            groups.executeUpdate();
        }
        return id;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
