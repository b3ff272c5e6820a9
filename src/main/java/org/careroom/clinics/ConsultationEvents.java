package org.careroom.clinics;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The activity log of a consultation: what happened when, and who of the staff did it. */
@Component
class ConsultationEvents {

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsultationEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What can happen; the words are in the bundles under {@code activity.}. */
    enum Kind {
        ARRIVED,
        JOINING,
        SEEN,
        HELD,
        NOTIFIED,
        CORRECTED,
        NOTED,
        ADDED,
        AWAY,
        BACK,
        REMOVED,
        LEFT,
        ABANDONED,
        ENDED
    }

    /**
     * @param who the name of the member who did it; null when nobody of the staff did
     * @param detail what a person typed, to whom a caller was added while their name is kept, or nothing; erased with the names
     */
    record Event(Instant at, Kind kind, @Nullable String who, String detail) {}

    void note(ConsultationId consultation, Kind kind, @Nullable PersonId by, String detail) {
        jdbc.sql("""
                        insert into consultation_event (id, consultation_id, happened_at, kind, person_id, detail)
                        values (:id, :consultation, :at, :kind, :by, :detail)""")
                .param("id", Id.next())
                .param("consultation", consultation.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind.name())
                .param("by", by == null ? null : by.value(), Types.OTHER)
                .param("detail", detail)
                .update();
    }

    /** In the order in which it happened. */
    List<Event> of(ConsultationId consultation) {
        return jdbc.sql("""
                        select e.happened_at, e.kind, a.name,
                            case e.kind when 'ADDED' then coalesce(o.first_name || ' ' || o.last_name, '') else e.detail end as detail
                        from consultation_event e left join account a on a.id = e.person_id
                        left join consultation o on e.kind = 'ADDED' and cast(o.id as text) = e.detail where e.consultation_id = ? order by e.id""")
                .param(consultation.value())
                .query((row, number) -> new Event(
                        row.getTimestamp("happened_at").toInstant(),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("detail")))
                .list();
    }

    /** Who of the staff was with the caller so far. */
    Set<PersonId> seenBy(ConsultationId consultation) {
        return jdbc
                .sql("select distinct person_id from consultation_event where consultation_id = ? and kind = 'SEEN'")
                .param(consultation.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    void erase(ConsultationId consultation) {
        jdbc.sql("update consultation_event set detail = '' where consultation_id = ?")
                .param(consultation.value())
                .update();
    }
}
