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
        Standing consultation =
                consultations.standing(place).filter(Standing::isOpen).orElse(null);
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

    private Admission ofGuest(Guest guest, Standing consultation) {
        if (guest.id().value().equals(consultation.guestId())) {
            return Admission.awaited(consultation.name());
        }
        return consultations
                .standingOfGuest(guest.id().value())
                .filter(other -> other.isOpen() && consultation.id().equals(other.joinedInto()))
                .map(other -> Admission.awaited(other.name()))
                .or(() -> links.name(guest.id(), consultation.id())
                        .filter(name -> !name.isEmpty())
                        .map(Admission::knocks))
                .orElseGet(Admission::hidden);
    }

    /** Who sees the call has been admitted to it, so the consultation is there, though perhaps over by now. */
    @Override
    public PlaceView view(Identity who, UUID place) {
        Standing consultation = consultations.standing(place).orElseThrow(NotFound::new);
        ClinicEntity clinic = clinics.findById(consultation.clinicId()).orElseThrow(NotFound::new);
        if (who.person() != null) {
            String dashboard = "/clinics/" + clinic.slug() + "/waiting-area";
            String name = consultation.isOpen() ? consultation.name() : clinic.name();
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
                .standing(place)
                .flatMap(consultation -> clinics.findById(consultation.clinicId()))
                .map(clinic -> List.of(new CallPanel(
                        "clinics/_partials/call-panel", "/clinics/" + clinic.slug() + "/waiting-area/" + place)))
                .orElse(List.of());
    }

    /** By their place in the waiting area, be it this one or another that was added; a guest by a link has none. */
    private boolean isCaller(Identity who, Standing consultation) {
        return who.id().value().equals(consultation.guestId())
                || consultations.standingOfGuest(who.id().value()).isPresent();
    }

    private boolean isMember(Person person, Standing consultation) {
        return clinics.findById(consultation.clinicId())
                .filter(clinic -> members.asker(person.id(), clinic.id(), clinic.organization())
                                .role()
                        != null)
                .isPresent();
    }
}
