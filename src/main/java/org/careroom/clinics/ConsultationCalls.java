package org.careroom.clinics;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.calls.Attendee;
import org.careroom.calls.CallChanged;
import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.careroom.people.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What goes on in the call of a consultation shows on the dashboard: who is with the caller, that nobody is any more, its end. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ConsultationCalls {

    /** Between the names of those who are with a caller. */
    static final String AND = ", ";

    private final ConsultationRepository consultations;
    private final ConsultationEvents events;
    private final ConsultationEnd end;
    private final WaitingNews news;
    private final Calls calls;
    private final Clock clock;

    ConsultationCalls(
            ConsultationRepository consultations,
            ConsultationEvents events,
            ConsultationEnd end,
            WaitingNews news,
            Calls calls,
            Clock clock) {
        this.consultations = consultations;
        this.events = events;
        this.end = end;
        this.news = news;
        this.calls = calls;
        this.clock = clock;
    }

    /** The call's row is locked; the consultations are locked behind it. */
    @EventListener
    void on(CallChanged call) {
        if (call.kind() != PlaceKind.CONSULTATION) {
            return;
        }
        consultations.findAndLock(call.place()).ifPresent(own -> {
            List<ConsultationEntity> joined = consultations.findJoinedAndLock(call.place());
            follow(call, own);
            joined.stream()
                    .filter(other ->
                            call.ended() || isInside(call, other) || other.status() == ConsultationStatus.BEING_SEEN)
                    .forEach(other -> {
                        if (call.ended() && call.endedBy() == null) {
                            release(other);
                        } else {
                            follow(call, other);
                        }
                    });
        });
    }

    /** Whose call they were let into is over, and theirs goes on: nobody is with them now. */
    private void release(ConsultationEntity joined) {
        if (!joined.isOpen()) {
            return;
        }
        joined.join(null);
        if (joined.status() == ConsultationStatus.BEING_SEEN) {
            hold(joined);
        } else {
            news.changed(joined);
            news.tell(joined);
        }
    }

    private void hold(ConsultationEntity consultation) {
        consultation.held(clock.instant());
        events.note(consultation.id(), ConsultationEvents.Kind.HELD, null, "");
        news.changed(consultation);
        news.tell(consultation);
    }

    private static boolean isInside(CallChanged call, ConsultationEntity consultation) {
        return call.inside().stream().anyMatch(attendee -> attendee.id().equals(consultation.guest()));
    }

    private void follow(CallChanged call, ConsultationEntity consultation) {
        if (!consultation.isOpen()) {
            return;
        }
        List<Attendee> hosts = call.inside().stream()
                .filter(attendee -> attendee.host() && attendee.seated())
                .toList();
        if (call.ended()) {
            if (call.endedBy() != null) {
                end.end(consultation, EndedHow.BY_STAFF, call.endedBy());
            }
        } else if (!hosts.isEmpty() && !wasSentAway(call, consultation)) {
            seen(consultation, hosts);
        } else if (consultation.status() == ConsultationStatus.BEING_SEEN) {
            hold(consultation);
        }
    }

    private boolean wasSentAway(CallChanged call, ConsultationEntity consultation) {
        return calls.sentAway(call.kind(), call.place()).contains(consultation.guest());
    }

    private void seen(ConsultationEntity consultation, List<Attendee> hosts) {
        String names = hosts.stream().map(Attendee::name).collect(Collectors.joining(AND));
        boolean waited = consultation.status() == ConsultationStatus.WAITING;
        boolean news = consultation.status() != ConsultationStatus.BEING_SEEN || !names.equals(consultation.seenWith());
        if (!news) {
            return;
        }
        Set<PersonId> before = events.seenBy(consultation.id());
        hosts.stream()
                .filter(host -> !before.contains(host.id()))
                .forEach(host -> events.note(consultation.id(), ConsultationEvents.Kind.SEEN, host.id(), ""));
        consultation.seen(names, clock.instant());
        this.news.changed(consultation);
        this.news.tell(consultation);
        if (waited) {
            this.news.moved(consultation.clinic());
        }
    }
}
