package org.careroom.clinics;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.careroom.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands beside a caller's place: their answers, the notices to them, and how many wait before them. */
@Component
class CallerQueue {

    private final JdbcClient jdbc;

    CallerQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void answer(ConsultationId consultation, List<EntryField> fields, List<String> values) {
        for (int place = 0; place < fields.size(); place++) {
            jdbc.sql("""
                            insert into consultation_answer (consultation_id, place, label, kind, value)
                            values (?, ?, ?, ?, ?)""")
                    .params(
                            consultation.value(),
                            place,
                            fields.get(place).label(),
                            fields.get(place).kind().name(),
                            values.get(place))
                    .update();
        }
    }

    void notify(ConsultationId consultation, int number, String body, PersonId by, Instant at) {
        jdbc.sql("""
                        insert into consultation_notice (consultation_id, number, body, sent_by, sent_at)
                        values (?, ?, ?, ?, ?)""")
                .params(consultation.value(), number, body, by.value(), Timestamp.from(at))
                .update();
    }

    /** The last first. */
    List<WaitingView.Notice> notices(ConsultationId consultation) {
        return jdbc.sql("""
                        select number, body, sent_at from consultation_notice where consultation_id = ?
                        order by number desc""")
                .param(consultation.value())
                .query((row, number) -> new WaitingView.Notice(
                        row.getInt("number"),
                        row.getString("body"),
                        row.getTimestamp("sent_at").toInstant()))
                .list();
    }

    /** Their place among those who wait, by arrival: 1 is next. */
    int position(ConsultationEntity consultation) {
        return jdbc.sql("""
                        select count(*) from consultation where clinic_id = ? and status = 'WAITING'
                        and (arrived_at, id) <= (?, ?)""")
                .params(
                        consultation.clinic().value(),
                        Timestamp.from(consultation.arrivedAt()),
                        consultation.id().value())
                .query(Integer.class)
                .single();
    }
}
