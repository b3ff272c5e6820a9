package org.careroom.clinics;

import java.util.List;
import java.util.UUID;
import org.careroom.calls.Admission;
import org.careroom.calls.CallPanel;
import org.careroom.calls.CallPlace;
import org.careroom.calls.PlaceKind;
import org.careroom.calls.PlaceView;
import org.careroom.people.Guest;
import org.careroom.people.Identity;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Component;

/**
 * Who comes into the call of a consultation: members of the clinic as hosts, the caller themselves, another caller whom a
 * member let in to it, and by knocking whoever was invited by a link. To everybody else there is no such call.
 */
@Component
class ConsultationPlace implements CallPlace {

    private final ConsultationRepository consultations;
    private final ClinicRepository clinics;
    private final ClinicMembers members;
    private final LinkStore links;

    ConsultationPlace(
            ConsultationRepository consultations, ClinicRepository clinics, ClinicMembers members, LinkStore links) {
        this.consultations = consultations;
        this.clinics = clinics;
        this.members = members;
        this.links = links;
    }

    @Override
    public PlaceKind kind() {
        return PlaceKind.CONSULTATION;
    }

    @Override
    public Admission admission(Identity who, UUID place) {
        ConsultationEntity consultation =
                consultations.findById(place).filter(ConsultationEntity::isOpen).orElse(null);
        if (consultation == null) {
            return Admission.hidden();
        }
        Person person = who.person();
        if (person != null) {
            return isMember(person, consultation) ? Admission.host(person.name()) : Admission.hidden();
        }
        Guest guest = who.guest();
        return guest == null ? Admission.hidden() : ofGuest(guest, consultation);
    }

    private Admission ofGuest(Guest guest, ConsultationEntity consultation) {
        if (guest.id().equals(consultation.guest())) {
            return Admission.guest(consultation.caller().name());
        }
        return consultations
                .findByGuestId(guest.id().value())
                .filter(other -> other.isOpen() && consultation.id().equals(other.joinedInto()))
                .map(other -> Admission.guest(other.caller().name()))
                .or(() -> links.name(guest.id(), consultation.id().value())
                        .filter(name -> !name.isEmpty())
                        .map(Admission::knocks))
                .orElseGet(Admission::hidden);
    }

    /** Who sees the call has been admitted to it, so the consultation is there, though perhaps over by now. */
    @Override
    public PlaceView view(Identity who, UUID place) {
        ConsultationEntity consultation = consultations.findById(place).orElseThrow(NotFound::new);
        ClinicEntity clinic = clinics.findById(consultation.clinic().value()).orElseThrow(NotFound::new);
        if (who.person() != null) {
            String dashboard = "/clinics/" + clinic.slug() + "/waiting-area";
            String name = consultation.isOpen() ? consultation.caller().name() : clinic.name();
            return new PlaceView(name, dashboard, dashboard);
        }
        if (!isCaller(who, consultation)) {
            return new PlaceView(clinic.name(), "/g?as=" + who.id(), "/g/ended");
        }
        String entrance = "/w/" + clinic.slug();
        return new PlaceView(clinic.name(), entrance, entrance + "/ended");
    }

    /** Another waiting caller can be added, and somebody else invited, from the call itself. */
    @Override
    public List<CallPanel> panels(Identity host, UUID place) {
        return consultations
                .findById(place)
                .flatMap(consultation -> clinics.findById(consultation.clinic().value()))
                .map(clinic -> List.of(new CallPanel(
                        "clinics/_partials/call-panel", "/clinics/" + clinic.slug() + "/waiting-area/" + place)))
                .orElse(List.of());
    }

    /** By their place in the waiting area, be it this one or another that was added; a guest by a link has none. */
    private boolean isCaller(Identity who, ConsultationEntity consultation) {
        return who.id().equals(consultation.guest())
                || consultations.findByGuestId(who.id().value()).isPresent();
    }

    private boolean isMember(Person person, ConsultationEntity consultation) {
        return clinics.findById(consultation.clinic().value())
                .filter(clinic -> members.asker(person.id(), clinic.id(), clinic.organization())
                                .role()
                        != null)
                .isPresent();
    }
}
