package org.careroom.clinics;

import java.time.Clock;
import java.util.List;
import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.careroom.people.Guests;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of a consultation: its space disappears. The caller's cookie and all links to it are worth nothing, its call is
 * over, and what was typed is erased as the clinic keeps it (product 6).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ConsultationEnd {

    private final ConsultationRepository consultations;
    private final ClinicRepository clinics;
    private final ConsultationEvents events;
    private final Erasure erasure;
    private final WaitingNews news;
    private final Guests guests;
    private final LinkStore links;
    private final Calls calls;
    private final Clock clock;

    ConsultationEnd(
            ConsultationRepository consultations,
            ClinicRepository clinics,
            ConsultationEvents events,
            Erasure erasure,
            WaitingNews news,
            Guests guests,
            LinkStore links,
            Calls calls,
            Clock clock) {
        this.consultations = consultations;
        this.clinics = clinics;
        this.events = events;
        this.erasure = erasure;
        this.news = news;
        this.guests = guests;
        this.links = links;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Ends it, and its call first, if there is one. What has ended stays as it ended.
     *
     * @param by who of the staff ended it, or null
     */
    void of(ConsultationId id, EndedHow how, @Nullable PersonId by) {
        calls.open(PlaceKind.CONSULTATION, id.value()).ifPresent(calls::end);
        consultations.findAndLock(id.value()).ifPresent(consultation -> end(consultation, how, by));
    }

    /** Ends a consultation that is locked, and whose call is over. */
    void end(ConsultationEntity consultation, EndedHow how, @Nullable PersonId by) {
        if (!consultation.isOpen()) {
            return;
        }
        boolean waited = consultation.status() == ConsultationStatus.WAITING;
        consultation.end(how, clock.instant());
        events.note(consultation.id(), kind(how), by, "");
        news.tell(consultation);
        if (waited) {
            news.moved(consultation.clinic());
        }
        guests.end(List.of(consultation.guest()));
        links.revokeAll(consultation.id().value());
        if (clinics.findById(consultation.clinic().value())
                .orElseThrow()
                .retention()
                .isZero()) {
            erasure.erase(consultation);
        }
        news.changed(consultation);
    }

    private static ConsultationEvents.Kind kind(EndedHow how) {
        return switch (how) {
            case BY_STAFF -> ConsultationEvents.Kind.ENDED;
            case BY_CALLER -> ConsultationEvents.Kind.LEFT;
            case REMOVED -> ConsultationEvents.Kind.REMOVED;
            case ABANDONED -> ConsultationEvents.Kind.ABANDONED;
        };
    }
}
