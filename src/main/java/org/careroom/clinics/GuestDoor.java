package org.careroom.clinics;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careroom.calls.CallId;
import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.careroom.people.Guest;
import org.careroom.people.IssuedGuest;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people come in by a guest link, without an account: the link's secret is exchanged for a cookie, then they say a name. */
@Service
@Transactional
public class GuestDoor {

    private final LinkStore links;
    private final RoomStore rooms;
    private final ConsultationRepository consultations;
    private final ClinicRepository clinics;
    private final Calls calls;

    GuestDoor(
            LinkStore links,
            RoomStore rooms,
            ConsultationRepository consultations,
            ClinicRepository clinics,
            Calls calls) {
        this.links = links;
        this.rooms = rooms;
        this.consultations = consultations;
        this.clinics = clinics;
        this.calls = calls;
    }

    /**
     * What a guest sees before they come in.
     *
     * @param place what they come to: a room's name, or the clinic's for a consultation
     * @param clinicName whose room it is
     * @param name what they said to be called, or empty
     * @param knocks whether they have to be let in
     */
    public record Welcome(String place, String clinicName, String name, boolean knocks) {}

    /**
     * Where a link leads, so that who waits in the same clinic can be kept from it.
     *
     * @param clinic whose link it is
     */
    public record Leads(UUID clinic, boolean toRoom) {}

    /** Where the link of this secret leads; empty when it is worth nothing. */
    @Transactional(readOnly = true)
    public Optional<Leads> leads(String token) {
        return links.find(token).flatMap(this::leads);
    }

    /** Where the guest's own link leads; empty when it is worth nothing any more. */
    @Transactional(readOnly = true)
    public Optional<Leads> leads(Guest guest) {
        return rooms.find(new ClinicRoomId(guest.purpose()))
                .map(room -> new Leads(room.clinic().value(), true));
    }

    /** Whom of these the link of this secret has let in before, so that they stay who they are. */
    @Transactional(readOnly = true)
    public Optional<Guest> known(String token, List<Guest> guests) {
        return links.find(token).flatMap(link -> links.known(link, guests));
    }

    private Optional<Leads> leads(LinkStore.Link link) {
        if (link.room() != null) {
            return rooms.find(link.room()).map(room -> new Leads(room.clinic().value(), true));
        }
        return consultations
                .findById(link.place())
                .filter(ConsultationEntity::isOpen)
                .map(consultation -> new Leads(consultation.clinic().value(), false));
    }

    /** Exchanges a link's secret for a guest's cookie; empty when it is worth nothing. */
    public Optional<IssuedGuest> exchange(String token) {
        return links.find(token).filter(link -> leads(link).isPresent()).map(links::admit);
    }

    /** @throws NotFound when they came by no link, or it is worth nothing any more */
    @Transactional(readOnly = true)
    public Welcome welcome(Guest guest) {
        String name = links.name(guest.id(), guest.purpose()).orElseThrow(NotFound::new);
        Optional<ClinicRoom> room = rooms.find(new ClinicRoomId(guest.purpose()));
        if (room.isPresent()) {
            return new Welcome(
                    room.get().name(),
                    clinicName(room.get().clinic()),
                    name,
                    room.get().knocks());
        }
        ConsultationEntity consultation = consultations
                .findById(guest.purpose())
                .filter(ConsultationEntity::isOpen)
                .orElseThrow(NotFound::new);
        String clinic = clinicName(consultation.clinic());
        return new Welcome(clinic, clinic, name, true);
    }

    /**
     * The guest says a name and goes to the call.
     *
     * @throws Invalid at {@code name}
     * @throws NotFound when they came by no link, or it is worth nothing any more
     */
    public CallId join(Guest guest, @Nullable String typed) {
        welcome(guest);
        links.call(guest.id(), PlainText.line("name", typed, Caller.NAME));
        PlaceKind kind = rooms.find(new ClinicRoomId(guest.purpose()))
                .map(ClinicRoom::kind)
                .orElse(PlaceKind.CONSULTATION);
        return calls.begin(kind, guest.purpose());
    }

    private String clinicName(ClinicId clinic) {
        return clinics.findById(clinic.value()).map(ClinicEntity::name).orElseThrow(NotFound::new);
    }
}
