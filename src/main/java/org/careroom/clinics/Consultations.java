package org.careroom.clinics;

import java.time.Clock;
import java.time.Instant;
import org.careroom.calls.CallId;
import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members of a clinic do for a caller (product 6): join, notify, note, correct, add to another's call, remove. */
@Service
@Transactional
public class Consultations {

    /** The longest text on a caller's screen, in characters. */
    public static final int NOTICE = 500;

    /** The longest note of the staff, in characters. */
    public static final int NOTE = 500;

    private final ClinicDoor door;
    private final ConsultationRepository consultations;
    private final ConsultationEvents events;
    private final ConsultationEnd end;
    private final CallerQueue queue;
    private final WaitingNews news;
    private final Calls calls;
    private final People people;
    private final Clock clock;

    Consultations(
            ClinicDoor door,
            ConsultationRepository consultations,
            ConsultationEvents events,
            ConsultationEnd end,
            CallerQueue queue,
            WaitingNews news,
            Calls calls,
            People people,
            Clock clock) {
        this.door = door;
        this.consultations = consultations;
        this.events = events;
        this.end = end;
        this.queue = queue;
        this.news = news;
        this.calls = calls;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What came of pressing Join: either the call, or who was quicker.
     *
     * @param caller the caller's name
     * @param call where to go; null when another was quicker
     * @param quicker who pressed it before or is with the caller; null when nobody
     */
    public record Joined(
            String caller, @Nullable CallId call, @Nullable String quicker) {}

    /**
     * Joins the caller: their page comes to the call as well. Of several who press at once one is first; the others are told
     * who, and may come in too by joining with {@code anyway}.
     *
     * @param seen the status that the page showed; joining somebody who was shown as being seen needs no further question
     * @throws NotFound when there is no such caller, or they are gone
     * @throws Refused unless who is asking is a member of the clinic
     */
    public Joined join(Person who, String slug, ConsultationId id, ConsultationStatus seen, boolean anyway) {
        ConsultationEntity consultation = lock(who, slug, id);
        String caller = consultation.caller().name();
        String quicker = quicker(who, consultation);
        if (quicker != null && seen != ConsultationStatus.BEING_SEEN && !anyway) {
            return new Joined(caller, null, quicker);
        }
        if (quicker == null) {
            consultation.joinedBy(who.id(), clock.instant());
        }
        ConsultationId of = consultation.joinedInto() == null ? id : consultation.joinedInto();
        CallId call = calls.begin(PlaceKind.CONSULTATION, of.value());
        events.note(id, ConsultationEvents.Kind.JOINING, who.id(), "");
        news.tell(consultation);
        news.changed(consultation);
        return new Joined(caller, call, null);
    }

    private @Nullable String quicker(Person who, ConsultationEntity consultation) {
        PersonId other = consultation.joining();
        Instant pressed = consultation.joiningAt();
        boolean justNow = pressed != null && clock.instant().isBefore(pressed.plus(WaitingPlaces.JOINING));
        if (other != null && !other.equals(who.id()) && justNow) {
            return people.person(other).name();
        }
        boolean seen = consultation.status() == ConsultationStatus.BEING_SEEN
                && !consultation.seenWith().equals(who.name());
        return seen ? consultation.seenWith() : null;
    }

    /**
     * Shows a text on the caller's screen.
     *
     * @throws Invalid at {@code body}
     * @throws NotFound when there is no such caller, or they are gone
     * @throws Refused unless who is asking is a member of the clinic
     */
    public void notify(Person who, String slug, ConsultationId id, @Nullable String body) {
        String text = PlainText.block("body", body, NOTICE);
        ConsultationEntity consultation = lock(who, slug, id);
        queue.notify(id, consultation.notified(), text, who.id(), clock.instant());
        events.note(id, ConsultationEvents.Kind.NOTIFIED, who.id(), text);
        news.tell(consultation);
        news.changed(consultation);
    }

    /**
     * Keeps a note on the caller for the staff.
     *
     * @throws Invalid at {@code note}
     * @throws NotFound when there is no such caller, or they are gone
     * @throws Refused unless who is asking is a member of the clinic
     */
    public void note(Person who, String slug, ConsultationId id, @Nullable String note) {
        String text = PlainText.blockOrEmpty("note", note, NOTE);
        ConsultationEntity consultation = lock(who, slug, id);
        if (!text.equals(consultation.note())) {
            consultation.note(text);
            events.note(id, ConsultationEvents.Kind.NOTED, who.id(), text);
            news.changed(consultation);
        }
    }

    /**
     * Corrects what the caller mistyped.
     *
     * @throws Invalid at {@code firstName}, {@code lastName} or {@code phone}
     * @throws NotFound when there is no such caller, or they are gone
     * @throws Refused unless who is asking is a member of the clinic
     */
    public void correct(
            Person who,
            String slug,
            ConsultationId id,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone) {
        Caller corrected = Caller.checked(firstName, lastName, phone);
        ConsultationEntity consultation = lock(who, slug, id);
        if (!corrected.equals(consultation.caller())) {
            events.note(
                    id,
                    ConsultationEvents.Kind.CORRECTED,
                    who.id(),
                    consultation.caller().name());
            consultation.correct(corrected);
            news.changed(consultation);
        }
    }

    /**
     * Takes the caller out of the waiting area: their place is gone, and they are told that it is over.
     *
     * @throws NotFound when there is no such caller
     * @throws Refused unless who is asking is a member of the clinic
     */
    public void remove(Person who, String slug, ConsultationId id) {
        ClinicEntity clinic = door.open(who, slug, ClinicAction.SEE_CALLERS);
        consultations.findClinic(id.value()).filter(clinic.id().value()::equals).orElseThrow(NotFound::new);
        end.of(id, EndedHow.REMOVED, who.id());
    }

    private ConsultationEntity lock(Person who, String slug, ConsultationId id) {
        ClinicEntity clinic = door.open(who, slug, ClinicAction.SEE_CALLERS);
        return consultations
                .findAndLock(id.value())
                .filter(consultation -> consultation.clinic().equals(clinic.id()) && consultation.isOpen())
                .orElseThrow(NotFound::new);
    }
}
