package org.careroom.clinics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.careroom.people.Guest;
import org.careroom.people.Guests;
import org.careroom.people.IssuedGuest;
import org.careroom.shared.Checked;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NamedLocks;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The patient's way (product 6): a caller without an account enters a waiting area, sees their own place, and may leave. */
@Service
@Transactional
public class WaitingPlaces {

    /** A place outlasts a night; what ends it earlier is the consultation. */
    private static final Duration COOKIE = Duration.ofHours(24);

    /** From the moment a member presses Join, the caller comes to the call by themselves while the member does. */
    static final Duration JOINING = Duration.ofSeconds(30);

    private final ClinicRepository clinics;
    private final ClinicAddresses addresses;
    private final ClinicTerms terms;
    private final ConsultationRepository consultations;
    private final ConsultationEvents events;
    private final CallerQueue queue;
    private final ConsultationEnd end;
    private final WaitingNews news;
    private final Guests guests;
    private final Calls calls;
    private final NamedLocks locks;
    private final Clock clock;

    WaitingPlaces(
            ClinicRepository clinics,
            ClinicAddresses addresses,
            ClinicTerms terms,
            ConsultationRepository consultations,
            ConsultationEvents events,
            CallerQueue queue,
            ConsultationEnd end,
            WaitingNews news,
            Guests guests,
            Calls calls,
            NamedLocks locks,
            Clock clock) {
        this.clinics = clinics;
        this.addresses = addresses;
        this.terms = terms;
        this.consultations = consultations;
        this.events = events;
        this.queue = queue;
        this.end = end;
        this.news = news;
        this.guests = guests;
        this.calls = calls;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * The entrance of a clinic, for anybody, by the address that it has or had.
     *
     * @throws NotFound when no clinic has this slug
     */
    @Transactional(readOnly = true)
    public Entrance entrance(String slug) {
        ClinicEntity clinic = addresses.find(slug).orElseThrow(NotFound::new);
        ClinicTerms.Opening opening = terms.opening(clinic, clock.instant());
        ClinicDescription is = clinic.description();
        return new Entrance(
                clinic.id(),
                is.slug(),
                is.name(),
                opening.open(),
                opening.opensAt(),
                terms.fields(clinic.id()),
                is.terms(),
                is.support(),
                is.emergencyNumber(),
                is.patienceMinutes());
    }

    /**
     * Lets a caller in.
     *
     * @return who they are from now on, for their cookie; empty when the same form came before, whose answer brought the cookie
     * @throws NotFound when no clinic has this slug
     * @throws Invalid at each field that cannot be taken, at {@code answers[0]} … and {@code agreed} too, and at {@code closed}
     *     when the waiting area has closed meanwhile
     */
    public Optional<IssuedGuest> enter(String slug, EntryForm form) {
        Entrance entrance = entrance(slug);
        if (!entrance.open()) {
            throw new Invalid("closed", Reason.of("waiting.closed.now"));
        }
        Checked<Caller> caller = Checked.of(() -> Caller.checked(form.firstName(), form.lastName(), form.phone()));
        List<Checked<?>> checks = new ArrayList<>(List.of(caller));
        List<Checked<String>> answers = answers(entrance.fields(), form.answers());
        checks.addAll(answers);
        checks.add(Checked.of(() -> agreed(entrance, form)));
        Checked.all(checks.toArray(Checked<?>[]::new));
        locks.lock("waiting-area entry " + form.key());
        if (consultations
                .findByClinicIdAndFormKey(entrance.clinic().value(), form.key())
                .isPresent()) {
            return Optional.empty();
        }
        IssuedGuest issued = guests.admit(entrance.clinic().value(), COOKIE);
        ConsultationEntity consultation = consultations.saveAndFlush(new ConsultationEntity(
                new ConsultationId(Id.next()),
                entrance.clinic(),
                issued.guest().id(),
                form.key(),
                caller.get(),
                clock.instant()));
        queue.answer(
                consultation.id(),
                entrance.fields(),
                answers.stream().map(Checked::get).toList());
        events.note(consultation.id(), ConsultationEvents.Kind.ARRIVED, null, "");
        news.changed(consultation);
        return Optional.of(issued);
    }

    private static List<Checked<String>> answers(List<EntryField> fields, List<String> typed) {
        List<Checked<String>> answers = new ArrayList<>();
        for (int place = 0; place < fields.size(); place++) {
            EntryField field = fields.get(place);
            String name = "answers[" + place + "]";
            String value = place < typed.size() ? typed.get(place) : "";
            answers.add(Checked.of(() -> field.checked(name, value)));
        }
        return answers;
    }

    private static boolean agreed(Entrance entrance, EntryForm form) {
        if (!entrance.terms().isEmpty() && !form.agreed()) {
            throw new Invalid("agreed", Reason.of("waiting.terms.needed"));
        }
        return form.agreed();
    }

    /** The guest's own place as they may see it; empty when it is over. */
    @Transactional(readOnly = true)
    public Optional<WaitingView> of(Guest guest) {
        return consultations
                .findByGuestId(guest.id().value())
                .filter(ConsultationEntity::isOpen)
                .map(consultation -> view(guest, consultation));
    }

    /** The slug of the clinic in which the guest waits; empty when they do not. */
    @Transactional(readOnly = true)
    public Optional<String> slugOf(Guest guest) {
        return consultations
                .findByGuestId(guest.id().value())
                .filter(ConsultationEntity::isOpen)
                .flatMap(consultation -> clinics.findById(consultation.clinic().value()))
                .map(ClinicEntity::slug);
    }

    /** The guest leaves; their place is gone, and whatever they typed. Twice is once. */
    public void leave(Guest guest) {
        consultations
                .findIdOfGuest(guest.id().value())
                .ifPresent(id -> end.of(new ConsultationId(id), EndedHow.BY_CALLER, null));
    }

    private WaitingView view(Guest guest, ConsultationEntity consultation) {
        ClinicEntity clinic = clinics.findById(consultation.clinic().value()).orElseThrow();
        boolean waits = consultation.status() == ConsultationStatus.WAITING;
        return new WaitingView(
                consultation.id(),
                consultation.form(),
                guest.id().value(),
                consultation.caller().firstName(),
                consultation.arrivedAt(),
                waits && clinic.showsPosition() ? queue.position(consultation) : null,
                queue.notices(consultation.id()),
                called(guest, consultation),
                consultation.status() == ConsultationStatus.ON_HOLD);
    }

    private @Nullable String called(Guest guest, ConsultationEntity consultation) {
        Instant pressed = consultation.joiningAt();
        boolean joining = pressed != null && clock.instant().isBefore(pressed.plus(JOINING));
        if (!joining && consultation.status() != ConsultationStatus.BEING_SEEN) {
            return null;
        }
        ConsultationId of = consultation.joinedInto() == null ? consultation.id() : consultation.joinedInto();
        return calls.open(PlaceKind.CONSULTATION, of.value())
                .filter(call ->
                        !calls.sentAway(PlaceKind.CONSULTATION, of.value()).contains(guest.id()))
                .map(call -> "/calls/" + call + "?as=" + guest.id())
                .orElse(null);
    }
}
