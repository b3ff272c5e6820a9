package org.careroom.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.messaging.Messages;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.Rooms;
import org.careroom.messaging.Update;
import org.careroom.people.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells follower rooms what was filled in: each room one message a save, naming only the fields that it was given; the
 * others nothing. It costs as much as there are rooms told. Called in the transaction that saves.
 */
@Component
class CaseUpdates {

    /** Rooms in the order that they are locked in. */
    private static final String GIVEN = """
            select room_id, field_id from follower_group_gets where field_id = any(:fields) order by room_id
            """;

    private final JdbcClient jdbc;
    private final Rooms rooms;
    private final Messages messages;

    CaseUpdates(JdbcClient jdbc, Rooms rooms, Messages messages) {
        this.jdbc = jdbc;
        this.rooms = rooms;
        this.messages = messages;
    }

    /**
     * @param edits in the order that updates name them in
     * @return the rooms told
     */
    List<RoomId> tell(Person by, List<FieldEdit> edits) {
        Map<UUID, FieldEdit> byField = edits.stream()
                .collect(Collectors.toMap(edit -> edit.field().id().value(), Function.identity()));
        Map<RoomId, List<UUID>> given = new LinkedHashMap<>();
        jdbc.sql(GIVEN).param("fields", byField.keySet().toArray(UUID[]::new)).query(row -> {
            RoomId room = new RoomId(row.getObject("room_id", UUID.class));
            given.computeIfAbsent(room, unknown -> new ArrayList<>()).add(row.getObject("field_id", UUID.class));
        });
        given.forEach((room, fields) -> {
            List<Update.FieldChange> changes = edits.stream()
                    .filter(edit -> fields.contains(edit.field().id().value()))
                    .map(edit -> Objects.requireNonNull(
                                    byField.get(edit.field().id().value()))
                            .change())
                    .toList();
            messages.update(rooms.lockForKind(room), by.id(), Update.of(changes));
        });
        return List.copyOf(given.keySet());
    }

    /** Tells those that were given the whole task. */
    List<RoomId> tell(Person by, CaseTask task) {
        List<RoomId> given = jdbc.sql("""
                        select g.room_id from follower_group g join follower_group_task t on t.group_id = g.id
                        where t.task_id = ? order by g.room_id
                        """).param(task.id().value()).query(UUID.class).list().stream()
                .map(RoomId::new)
                .toList();
        given.forEach(room ->
                messages.update(rooms.lockForKind(room), by.id(), Update.ofTask(task.name(), task.isComplete())));
        return given;
    }
}
