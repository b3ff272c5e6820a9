package org.careroom.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.careroom.messaging.Value;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.Slice;
import org.careroom.workflows.FieldType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened in cases: only ever added to. It is written in the transaction of what it tells. */
@Repository
class CaseLog {

    static final int PAGE = 100;

    private static final String INSERT = """
            insert into case_event (case_id, id, at, by, kind, task_id, field_id, subject, before, after)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;

    CaseLog(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    void note(CaseEntity of, Person by, CaseEvent.Kind kind, String subject) {
        note(of, by, kind, null, subject, "", "");
    }

    void note(
            CaseEntity of,
            Person by,
            CaseEvent.Kind kind,
            @Nullable CaseTask task,
            String subject,
            String before,
            String after) {
        batch.update(
                INSERT,
                of.id().value(),
                Id.next(),
                now(),
                by.id().value(),
                kind.name(),
                task == null ? null : task.id().value(),
                null,
                subject,
                before,
                after);
    }

    /** A field's earlier values stand here and nowhere else. */
    void fields(CaseEntity of, Person by, List<FieldEdit> edits) {
        List<Object[]> rows = new ArrayList<>();
        for (FieldEdit edit : edits) {
            rows.add(new Object[] {
                of.id().value(),
                Id.next(),
                now(),
                by.id().value(),
                CaseEvent.Kind.FIELD.name(),
                edit.field().task().value(),
                edit.field().id().value(),
                edit.field().label(),
                edit.before(),
                edit.after()
            });
        }
        batch.batchUpdate(INSERT, rows);
    }

    /**
     * The events of a case, latest first.
     *
     * @param task only those of this task, or null
     * @param kinds only these
     * @param before the id of the last event of the page before, or null
     */
    Slice<CaseEvent> of(CaseId id, @Nullable TaskId task, List<CaseEvent.Kind> kinds, @Nullable UUID before) {
        List<CaseEvent> found = jdbc.sql("""
                        select e.*, a.name as by_name, f.type
                        from case_event e join account a on a.id = e.by left join case_field f on f.id = e.field_id
                        where e.case_id = :case and e.kind = any(:kinds)
                          and (cast(:task as uuid) is null or e.task_id = :task)
                          and (cast(:before as uuid) is null or e.id < :before)
                        order by e.id desc limit :limit
                        """)
                .param("case", id.value())
                .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .param("task", task == null ? null : task.value(), java.sql.Types.OTHER)
                .param("before", before, java.sql.Types.OTHER)
                .param("limit", PAGE + 1)
                .query(CaseLog::event)
                .list();
        List<CaseEvent> page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        return new Slice<>(page, found.size() > PAGE ? page.get(PAGE - 1).id().toString() : null);
    }

    private static CaseEvent event(ResultSet row, int number) throws SQLException {
        UUID task = row.getObject("task_id", UUID.class);
        String type = row.getString("type");
        FieldType shown = type == null ? FieldType.TEXT : FieldType.valueOf(type);
        return new CaseEvent(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                new PersonId(row.getObject("by", UUID.class)),
                row.getString("by_name"),
                CaseEvent.Kind.valueOf(row.getString("kind")),
                task == null ? null : new TaskId(task),
                row.getString("subject"),
                value(shown, row.getString("before")),
                value(shown, row.getString("after")));
    }

    private static Value value(FieldType type, String kept) {
        return FieldValues.shown(type, kept);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
