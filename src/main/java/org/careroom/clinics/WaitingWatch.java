package org.careroom.clinics;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.careroom.live.Live;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees which callers' browsers are there: each node notes those that it holds, every few seconds, so that a browser or a node
 * that has gone is missed. Whoever is away for longer than the clinic's patience loses their place.
 */
@Component
class WaitingWatch {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingWatch.class);

    private static final long PERIOD_MILLISECONDS = 5_000;

    /** Pages that go from one to the next are away for a moment only. */
    static final Duration MISSED = Duration.ofSeconds(12);

    private final JdbcClient jdbc;
    private final Live live;
    private final ConsultationRepository consultations;
    private final ConsultationEvents events;
    private final ConsultationEnd end;
    private final WaitingNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Instant started;

    WaitingWatch(
            JdbcClient jdbc,
            Live live,
            ConsultationRepository consultations,
            ConsultationEvents events,
            ConsultationEnd end,
            WaitingNews news,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.live = live;
        this.consultations = consultations;
        this.events = events;
        this.end = end;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Scheduled(fixedDelay = PERIOD_MILLISECONDS)
    void look() {
        noteWhoIsHere();
        lookAt(clock.instant());
    }

    /** What follows from who was seen when, at this time. */
    void lookAt(Instant now) {
        ids("status <> 'ENDED' and away_at is not null and last_seen_at > ?", now.minus(MISSED))
                .forEach(id -> each(id, this::back));
        if (now.isAfter(started.plus(MISSED))) {
            ids("status <> 'ENDED' and away_at is null and last_seen_at <= ?", now.minus(MISSED))
                    .forEach(id -> each(id, this::away));
        }
        abandoned(now, null).forEach(id -> abandon(id, now));
    }

    /** Looked at again, as they may be back while others were ended; one that fails is tried again with the next look. */
    private void abandon(UUID id, Instant now) {
        try {
            transaction.executeWithoutResult(status -> {
                if (!abandoned(now, id).isEmpty()) {
                    end.of(new ConsultationId(id), EndedHow.ABANDONED, null);
                }
            });
        } catch (DataAccessException later) {
            LOG.warn("an abandoned place in a waiting area is ended later", later);
        }
    }

    private void noteWhoIsHere() {
        Map<PersonId, UUID> callers = new HashMap<>();
        jdbc.sql("select guest_id, id from consultation where status <> 'ENDED'")
                .query(row -> {
                    callers.put(new PersonId(row.getObject("guest_id", UUID.class)), row.getObject("id", UUID.class));
                });
        List<UUID> here =
                live.online(callers.keySet()).stream().map(callers::get).toList();
        if (!here.isEmpty()) {
            jdbc.sql("""
                            update consultation set last_seen_at = :now where id in (
                                select id from consultation where id in (:here) order by id for update skip locked)""")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("here", here)
                    .update();
        }
    }

    /** After a start everybody gets the whole patience once more, as their pages could not come to us. */
    private List<UUID> abandoned(Instant now, @Nullable UUID only) {
        return jdbc.sql("""
                        select w.id from consultation w join clinic c on c.id = w.clinic_id
                        where w.status in ('WAITING', 'ON_HOLD') and w.away_at is not null
                        and greatest(w.last_seen_at, cast(:started as timestamptz))
                            <= cast(:now as timestamptz) - make_interval(mins => c.patience_minutes)
                        and (cast(:only as uuid) is null or w.id = :only)""")
                .param("only", only, Types.OTHER)
                .param("started", Timestamp.from(started))
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .list();
    }

    private List<UUID> ids(String which, Instant time) {
        return jdbc.sql("select id from consultation where " + which)
                .param(Timestamp.from(time))
                .query(UUID.class)
                .list();
    }

    private void each(UUID id, Consumer<ConsultationEntity> change) {
        transaction.executeWithoutResult(status -> consultations
                .findAndLock(id)
                .filter(ConsultationEntity::isOpen)
                .ifPresent(consultation -> {
                    change.accept(consultation);
                    news.changed(consultation);
                }));
    }

    private void away(ConsultationEntity consultation) {
        consultation.away(clock.instant());
        events.note(consultation.id(), ConsultationEvents.Kind.AWAY, null, "");
    }

    private void back(ConsultationEntity consultation) {
        consultation.back();
        events.note(consultation.id(), ConsultationEvents.Kind.BACK, null, "");
    }
}
