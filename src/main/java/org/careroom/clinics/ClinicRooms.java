package org.careroom.clinics;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.careroom.calls.CallId;
import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.careroom.people.Person;
import org.careroom.people.PublicLinks;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The meeting rooms of a clinic and one's own user room (seed 002): looking at them, entering, guest links. That they are there
 * is for their administrators ({@link RoomSettings}).
 */
@Service
@Transactional
public class ClinicRooms {

    /** How long a guest link can be worth something, in hours; the first is offered at first. */
    public static final List<Integer> LINK_HOURS = List.of(168, 4, 24, 720);

    private final ClinicDoor door;
    private final RoomStore rooms;
    private final LinkStore links;
    private final Calls calls;
    private final PublicLinks addresses;

    ClinicRooms(ClinicDoor door, RoomStore rooms, LinkStore links, Calls calls, PublicLinks addresses) {
        this.door = door;
        this.rooms = rooms;
        this.links = links;
        this.calls = calls;
        this.addresses = addresses;
    }

    /**
     * @throws NotFound when there is no such room that they may enter
     */
    @Transactional(readOnly = true)
    public RoomView of(Person who, String slug, ClinicRoomId id) {
        Entered room = room(who, slug, id);
        List<UUID> place = List.of(id.value());
        PlaceKind kind = room.room().kind();
        return new RoomView(
                id,
                room.clinic().id(),
                slug,
                room.clinic().name(),
                room.room().name(),
                room.room().isMeetingRoom(),
                calls.inside(kind, place).getOrDefault(id.value(), 0),
                calls.knocking(kind, place).getOrDefault(id.value(), 0),
                room.room().knocks(),
                ClinicRules.refusal(ClinicAction.ADMINISTER, door.asker(who, room.clinic())) == null,
                links.of(id));
    }

    /**
     * Where to go to be in the room's call.
     *
     * @throws NotFound when there is no such room that they may enter
     */
    public CallId enter(Person who, String slug, ClinicRoomId id) {
        return calls.begin(room(who, slug, id).room().kind(), id.value());
    }

    /**
     * Makes a guest link to hand over; it is told only once.
     *
     * @param hours one of {@link #LINK_HOURS}
     * @throws NotFound when there is no such room that they may enter
     */
    public String link(Person who, String slug, ClinicRoomId id, int hours) {
        room(who, slug, id);
        int lasts = LINK_HOURS.contains(hours) ? hours : LINK_HOURS.get(0);
        return addresses.to("/g/" + links.issue(id, null, Duration.ofHours(lasts), who.id()));
    }

    /**
     * Revokes a guest link: whoever came by it is out at once.
     *
     * @throws NotFound when there is no such room that they may enter
     */
    public void revoke(Person who, String slug, ClinicRoomId id, GuestLinkId link) {
        room(who, slug, id);
        links.revoke(id, link);
    }

    private Entered room(Person who, String slug, ClinicRoomId id) {
        ClinicEntity clinic = door.open(who, slug, ClinicAction.MEET);
        return rooms.find(id)
                .filter(room -> room.clinic().equals(clinic.id()))
                .filter(room -> RoomRules.enters(door.asker(who, clinic), who.id(), room))
                .map(room -> new Entered(clinic, room))
                .orElseThrow(NotFound::new);
    }

    private record Entered(ClinicEntity clinic, ClinicRoom room) {}
}
