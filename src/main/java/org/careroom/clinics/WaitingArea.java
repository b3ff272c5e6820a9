package org.careroom.clinics;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dashboard (product 6): the members of a clinic see who is in its waiting area. What they do there is in {@link Consultations}. */
@Service
@Transactional(readOnly = true)
public class WaitingArea {

    private final ClinicDoor door;
    private final ClinicTerms terms;
    private final CallerRows rows;
    private final ConsultationEvents events;
    private final CallerQueue queue;
    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingArea(
            ClinicDoor door,
            ClinicTerms terms,
            CallerRows rows,
            ConsultationEvents events,
            CallerQueue queue,
            JdbcClient jdbc,
            Clock clock) {
        this.door = door;
        this.terms = terms;
        this.rows = rows;
        this.events = events;
        this.queue = queue;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What has changed behind a number.
     *
     * @param callers those whom it concerns, also who is gone by now
     * @param changed up to which change it is
     * @param confirmsJoin whether Join asks first
     * @param seenToday how many were seen since midnight, in the clinic's zone
     */
    public record Changes(List<CallerRow> callers, long changed, boolean confirmsJoin, long seenToday) {}

    /**
     * One caller with all that belongs to them.
     *
     * @param notices what was sent to their screen, the last first
     * @param activity what happened, in its order
     */
    public record Details(CallerRow caller, List<WaitingView.Notice> notices, List<Activity> activity) {}

    /**
     * @param kind which of {@code activity.*} in the bundles
     * @param who the member who did it, or null
     * @param detail what was typed, or nothing
     */
    public record Activity(
            Instant at, String kind, @Nullable String who, String detail) {}

    /**
     * The whole waiting area.
     *
     * @throws NotFound when there is no such clinic that they know
     * @throws Refused when they know it, but are no member of it
     */
    public WaitingAreaView of(Person who, String slug) {
        ClinicEntity clinic = door.open(who, slug, ClinicAction.SEE_CALLERS);
        long changed = counter(clinic.id());
        ClinicTerms.Opening opening = terms.opening(clinic, clock.instant());
        return new WaitingAreaView(
                clinic.id(),
                slug,
                clinic.name(),
                clinic.waitingAreaOn(),
                opening.open(),
                opening.closesAt(),
                opening.opensAt(),
                ClinicRules.refusal(ClinicAction.ADMINISTER, door.asker(who, clinic)) == null,
                clinic.confirmsJoin(),
                rows.open(clinic.id()),
                changed,
                seenToday(clinic));
    }

    /**
     * What has changed since the page looked.
     *
     * @param after the number up to which it knows
     * @throws NotFound when there is no such clinic that they know
     * @throws Refused when they know it, but are no member of it
     */
    public Changes changes(Person who, String slug, long after) {
        ClinicEntity clinic = door.open(who, slug, ClinicAction.SEE_CALLERS);
        long changed = counter(clinic.id());
        return new Changes(rows.changed(clinic.id(), after), changed, clinic.confirmsJoin(), seenToday(clinic));
    }

    /**
     * One caller, also one who has gone, of whom times and staff are kept.
     *
     * @throws NotFound when there is no such clinic or caller that they know
     * @throws Refused when they know the clinic, but are no member of it
     */
    public Details details(Person who, String slug, ConsultationId id) {
        ClinicEntity clinic = door.open(who, slug, ClinicAction.SEE_CALLERS);
        CallerRow caller = rows.one(clinic.id(), id).stream().findFirst().orElseThrow(NotFound::new);
        return new Details(
                caller,
                queue.notices(id),
                events.of(id).stream()
                        .map(event -> new Activity(event.at(), event.kind().name(), event.who(), event.detail()))
                        .toList());
    }

    private long counter(ClinicId clinic) {
        return jdbc.sql("select changed from clinic_waiting where clinic_id = ?")
                .param(clinic.value())
                .query(Long.class)
                .single();
    }

    private long seenToday(ClinicEntity clinic) {
        Instant midnight = clock.instant()
                .atZone(clinic.zone())
                .toLocalDate()
                .atStartOfDay(clinic.zone())
                .toInstant();
        return jdbc.sql("select count(*) from consultation where clinic_id = ? and first_seen_at >= ?")
                .params(clinic.id().value(), Timestamp.from(midnight))
                .query(Long.class)
                .single();
    }
}
