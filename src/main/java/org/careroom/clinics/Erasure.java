package org.careroom.clinics;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** After a consultation what callers typed is erased once the clinic's retention is over; times, counts and staff stay (product 6). */
@Component
@Transactional
class Erasure {

    private static final long PERIOD_MILLISECONDS = 60_000;
    private static final int AT_ONCE = 200;

    private final ConsultationRepository consultations;
    private final ConsultationEvents events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Erasure(ConsultationRepository consultations, ConsultationEvents events, JdbcClient jdbc, Clock clock) {
        this.consultations = consultations;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Erases those that have been over for longer than their clinic keeps them. */
    @Scheduled(fixedDelay = PERIOD_MILLISECONDS)
    void eraseWhatIsDue() {
        List<UUID> due = jdbc.sql("""
                        select w.id from consultation w join clinic c on c.id = w.clinic_id
                        where w.status = 'ENDED' and w.erased_at is null
                        and w.ended_at <= cast(:now as timestamptz) - make_interval(hours => c.retention_hours)
                        order by w.ended_at limit :most""")
                .param("now", Timestamp.from(clock.instant()))
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
        due.forEach(id -> consultations.findAndLock(id).ifPresent(this::erase));
    }

    /** The consultation is locked and has ended. */
    void erase(ConsultationEntity consultation) {
        consultation.erase(clock.instant());
        UUID id = consultation.id().value();
        jdbc.sql("delete from consultation_answer where consultation_id = ?")
                .param(id)
                .update();
        jdbc.sql("delete from consultation_notice where consultation_id = ?")
                .param(id)
                .update();
        events.erase(consultation.id());
    }
}
