package org.careroom.clinics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.careroom.calls.CallId;
import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.people.PublicLinks;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joining a caller (product 6), and letting more people in to them: another caller, or somebody by a link. */
@Service
@Transactional
public class Consultations {

    /** A link to a consultation, which ends much sooner. */
    private static final Duration INVITATION = Duration.ofHours(4);

    private final CallerDoor door;
    private final ConsultationEvents events;
    private final WaitingNews news;
    private final CallerRows rows;
    private final LinkStore links;
    private final PublicLinks addresses;
    private final Calls calls;
    private final People people;
    private final Clock clock;

    Consultations(
            CallerDoor door,
            ConsultationEvents events,
            WaitingNews news,
            CallerRows rows,
            LinkStore links,
            PublicLinks addresses,
            Calls calls,
            People people,
            Clock clock) {
        this.door = door;
        this.events = events;
        this.news = news;
        this.rows = rows;
        this.links = links;
        this.addresses = addresses;
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
        ConsultationEntity consultation = door.lock(who, slug, id);
        String caller = consultation.caller().name();
        String quicker = quicker(who, consultation);
        if (quicker != null && seen != ConsultationStatus.BEING_SEEN && !anyway) {
            return new Joined(caller, null, quicker);
        }
        if (consultation.status() != ConsultationStatus.BEING_SEEN) {
            consultation.join(null);
        }
        if (quicker == null) {
            consultation.joinedBy(who.id(), clock.instant());
        }
        ConsultationId of = consultation.joinedInto() == null ? id : consultation.joinedInto();
        CallId call = calls.begin(PlaceKind.CONSULTATION, of.value());
        calls.readmit(call, consultation.guest());
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
                && !List.of(consultation.seenWith().split(ConsultationCalls.AND))
                        .contains(who.name());
        return seen ? consultation.seenWith() : null;
    }

    /**
     * Those who could be added to a caller's call: whoever else waits or is on hold, by arrival.
     *
     * @throws NotFound when there is no such caller, or they are gone
     * @throws Refused unless who is asking is a member of the clinic
     */
    @Transactional(readOnly = true)
    public Addable addable(Person who, String slug, ConsultationId id) {
        ConsultationEntity consultation = door.look(who, slug, id);
        List<CallerRow> others = rows.open(consultation.clinic()).stream()
                .filter(row -> !row.id().equals(id) && !row.isAway())
                .filter(row -> row.status() != ConsultationStatus.BEING_SEEN)
                .toList();
        return new Addable(consultation.caller().name(), others);
    }

    /** @param caller the name of the caller to whose call others can be added */
    public record Addable(String caller, List<CallerRow> others) {}

    /**
     * Lets another caller into a caller's call, where they see and hear each other: a member has confirmed both names.
     *
     * @throws NotFound when there is no such caller, or one of them is gone
     * @throws Refused unless who is asking is a member of the clinic
     */
    public void add(Person who, String slug, ConsultationId id, ConsultationId otherId) {
        boolean first = id.value().compareTo(otherId.value()) < 0; // locked in one order, whoever is added to whom
        ConsultationEntity before = door.lock(who, slug, first ? id : otherId);
        ConsultationEntity behind = door.lock(who, slug, first ? otherId : id);
        ConsultationEntity consultation = first ? before : behind;
        ConsultationEntity other = first ? behind : before;
        if (id.equals(otherId) || other.status() == ConsultationStatus.BEING_SEEN) {
            throw new NotFound();
        }
        other.join(consultation.id());
        other.joinedBy(who.id(), clock.instant());
        calls.readmit(calls.begin(PlaceKind.CONSULTATION, id.value()), other.guest());
        events.note(otherId, ConsultationEvents.Kind.ADDED, who.id(), id.toString());
        news.tell(other);
        news.changed(other);
    }

    /**
     * Makes a link by which somebody without an account can knock at the caller's call; it is told only once.
     *
     * @throws NotFound when there is no such caller, or they are gone
     * @throws Refused unless who is asking is a member of the clinic
     */
    public String invite(Person who, String slug, ConsultationId id) {
        door.lock(who, slug, id);
        return addresses.to("/g/" + links.issue(null, id, INVITATION, who.id()));
    }
}
