package org.careroom.clinics;

import java.time.Clock;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members of a clinic do for a caller who waits (product 6): notify, note, correct, remove. Joining is in {@link Consultations}. */
@Service
@Transactional
public class Callers {

    /** The longest text on a caller's screen, in characters. */
    public static final int NOTICE = 500;

    /** The longest note of the staff, in characters. */
    public static final int NOTE = 500;

    private final CallerDoor door;
    private final ConsultationEvents events;
    private final ConsultationEnd end;
    private final CallerQueue queue;
    private final WaitingNews news;
    private final Clock clock;

    Callers(
            CallerDoor door,
            ConsultationEvents events,
            ConsultationEnd end,
            CallerQueue queue,
            WaitingNews news,
            Clock clock) {
        this.door = door;
        this.events = events;
        this.end = end;
        this.queue = queue;
        this.news = news;
        this.clock = clock;
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
        ConsultationEntity consultation = door.lock(who, slug, id);
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
        ConsultationEntity consultation = door.lock(who, slug, id);
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
        ConsultationEntity consultation = door.lock(who, slug, id);
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
        door.requireKnown(who, slug, id);
        end.of(id, EndedHow.REMOVED, who.id());
    }
}
