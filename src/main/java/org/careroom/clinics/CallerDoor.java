package org.careroom.clinics;

import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Component;

/** The one way to a caller for a person: through the door of the clinic, whose caller it has to be. */
@Component
class CallerDoor {

    private final ClinicDoor door;
    private final ConsultationRepository consultations;

    CallerDoor(ClinicDoor door, ConsultationRepository consultations) {
        this.door = door;
        this.consultations = consultations;
    }

    /**
     * The consultation, for a member of the clinic who has it to themselves until the transaction ends.
     *
     * @throws NotFound when there is no such caller, or they are gone
     * @throws Refused unless who is asking is a member of the clinic
     */
    ConsultationEntity lock(Person who, String slug, ConsultationId id) {
        requireKnown(who, slug, id);
        return consultations
                .findAndLock(id.value())
                .filter(ConsultationEntity::isOpen)
                .orElseThrow(NotFound::new);
    }

    /**
     * The same, to look at.
     *
     * @throws NotFound when there is no such caller, or they are gone
     * @throws Refused unless who is asking is a member of the clinic
     */
    ConsultationEntity look(Person who, String slug, ConsultationId id) {
        requireKnown(who, slug, id);
        return consultations
                .findById(id.value())
                .filter(ConsultationEntity::isOpen)
                .orElseThrow(NotFound::new);
    }

    /**
     * Goes on when this is, or was, a caller of the clinic; without looking at them, as a call's row may have to be locked first.
     *
     * @throws NotFound when there was never such a caller
     * @throws Refused unless who is asking is a member of the clinic
     */
    void requireKnown(Person who, String slug, ConsultationId id) {
        ClinicEntity clinic = door.open(who, slug, ClinicAction.SEE_CALLERS);
        consultations.findClinic(id.value()).filter(clinic.id().value()::equals).orElseThrow(NotFound::new);
    }
}
