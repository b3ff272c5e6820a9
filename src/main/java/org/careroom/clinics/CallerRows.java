package org.careroom.clinics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the callers of a waiting area, all who are there or only what has changed; two statements, however many there are. */
@Component
class CallerRows {

    /** Whether the consultation {@code w} counts as waiting: whose browser is gone is shown apart ({@link CallerRow#state}). */
    static final String WAITS = "(w.status in ('WAITING', 'ON_HOLD') and w.away_at is null)";

    private static final String ROWS = """
            select w.*, c.patience_minutes from consultation w join clinic c on c.id = w.clinic_id where w.clinic_id = ?""";

    private final JdbcClient jdbc;

    CallerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who is there, the first to come at the top. */
    List<CallerRow> open(ClinicId clinic) {
        return rows(jdbc.sql(ROWS + " and w.status <> 'ENDED' order by w.arrived_at, w.id")
                .param(clinic.value()));
    }

    /** Whatever changed behind that number, also who is gone by now. */
    List<CallerRow> changed(ClinicId clinic, long after) {
        return rows(jdbc.sql(ROWS + " and w.changed > ? order by w.changed").params(clinic.value(), after));
    }

    /** One of them; nobody when there is none of that clinic. */
    List<CallerRow> one(ClinicId clinic, ConsultationId id) {
        return rows(jdbc.sql(ROWS + " and w.id = ?").params(clinic.value(), id.value()));
    }

    private List<CallerRow> rows(JdbcClient.StatementSpec found) {
        Map<UUID, List<CallerRow.Answer>> answers = new LinkedHashMap<>();
        List<CallerRow> rows = found.query((row, number) -> row(row, answers)).list();
        if (!answers.isEmpty()) {
            jdbc.sql("""
                            select consultation_id, label, kind, value from consultation_answer
                            where consultation_id in (:ids) order by consultation_id, place""").param("ids", answers.keySet()).query(answer -> {
                List<CallerRow.Answer> of = answers.get(answer.getObject("consultation_id", UUID.class));
                if (of != null) {
                    of.add(new CallerRow.Answer(
                            answer.getString("label"),
                            EntryField.Kind.valueOf(answer.getString("kind")),
                            answer.getString("value")));
                }
            });
        }
        return rows;
    }

    private static CallerRow row(ResultSet row, Map<UUID, List<CallerRow.Answer>> answers) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<CallerRow.Answer> own = new ArrayList<>();
        answers.put(id, own);
        Instant awayAt = instant(row, "away_at");
        return new CallerRow(
                new ConsultationId(id),
                ConsultationStatus.valueOf(row.getString("status")),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("phone"),
                row.getTimestamp("arrived_at").toInstant(),
                row.getTimestamp("status_since").toInstant(),
                awayAt,
                awayAt == null ? null : awayAt.plusSeconds(60L * row.getInt("patience_minutes")),
                row.getString("seen_with"),
                row.getString("note"),
                row.getInt("notices"),
                own,
                row.getLong("changed"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
