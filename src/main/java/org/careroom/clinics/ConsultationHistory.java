package org.careroom.clinics;

import java.time.Instant;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is left of consultations that are over: times and staff, no names. */
@Service
@Transactional
public class ConsultationHistory {

    private static final Caller ERASED = new Caller("", "", "");

    private final ConsultationRepository consultations;
    private final ConsultationEvents events;

    ConsultationHistory(ConsultationRepository consultations, ConsultationEvents events) {
        this.consultations = consultations;
        this.events = events;
    }

    /** Writes down one that was; asks no rule: for the demonstration, not for pages. */
    public void recall(ClinicId clinic, Person by, Instant arrived, Instant seen, Instant ended) {
        ConsultationEntity consultation = new ConsultationEntity(
                new ConsultationId(Id.next()), clinic, new PersonId(Id.next()), Id.next(), ERASED, arrived);
        consultation.seen(by.name(), seen);
        consultation.end(EndedHow.BY_STAFF, ended);
        consultation.erase(ended);
        consultations.saveAndFlush(consultation);
        events.note(consultation.id(), ConsultationEvents.Kind.SEEN, by.id(), "");
        events.note(consultation.id(), ConsultationEvents.Kind.ENDED, by.id(), "");
    }
}
