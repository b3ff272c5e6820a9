package org.careroom.clinics;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careroom.calls.Admission;
import org.careroom.calls.CallPanel;
import org.careroom.calls.CallPlace;
import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.careroom.calls.PlaceView;
import org.careroom.people.Identity;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;

/**
 * Who comes into the call of a meeting room or a user room: whoever may enter it as a host, and by a guest link whoever was
 * given one. A caller from a waiting area has no such link, so to them there is no such call.
 */
class RoomPlace implements CallPlace {

    private final PlaceKind kind;
    private final RoomStore rooms;
    private final LinkStore links;
    private final ClinicRepository clinics;
    private final ClinicDoor door;
    private final Calls calls;

    RoomPlace(
            PlaceKind kind, RoomStore rooms, LinkStore links, ClinicRepository clinics, ClinicDoor door, Calls calls) {
        this.kind = kind;
        this.rooms = rooms;
        this.links = links;
        this.clinics = clinics;
        this.door = door;
        this.calls = calls;
    }

    @Override
    public PlaceKind kind() {
        return kind;
    }

    @Override
    public Admission admission(Identity who, UUID place) {
        ClinicRoom room = find(place).orElse(null);
        if (room == null) {
            return Admission.hidden();
        }
        Person person = who.person();
        if (person != null) {
            ClinicRules.Asker asker = door.asker(person, clinic(room));
            return RoomRules.enters(asker, person.id(), room) ? Admission.host(person.name()) : Admission.hidden();
        }
        return links.name(who.id(), place)
                .filter(name -> !name.isEmpty())
                .map(name -> room.knocks() || wasSentAway(who, place) ? Admission.knocks(name) : Admission.guest(name))
                .orElseGet(Admission::hidden);
    }

    /** Whoever was sent away would come back by their link under another name: all who come by it have to knock in this call. */
    private boolean wasSentAway(Identity guest, UUID place) {
        return links.cameBySameLink(guest.id(), calls.sentAway(kind, place));
    }

    @Override
    public PlaceView view(Identity who, UUID place) {
        ClinicRoom room = find(place).orElseThrow(NotFound::new);
        if (who.person() == null) {
            return new PlaceView(room.name(), "/g?as=" + who.id(), "/g/ended");
        }
        String page = "/clinics/" + clinic(room).slug() + "/rooms/" + room.id();
        return new PlaceView(room.name(), page, page);
    }

    /** Where a link for one more is to be had, in the call itself. */
    @Override
    public List<CallPanel> panels(Identity host, UUID place) {
        return find(place)
                .map(room -> List.of(new CallPanel(
                        "clinics/_partials/room-panel",
                        "/clinics/" + clinic(room).slug() + "/rooms/" + room.id() + "/links")))
                .orElse(List.of());
    }

    private Optional<ClinicRoom> find(UUID place) {
        return rooms.find(new ClinicRoomId(place)).filter(room -> room.kind() == kind);
    }

    private ClinicEntity clinic(ClinicRoom room) {
        return clinics.findById(room.clinic().value()).orElseThrow(NotFound::new);
    }
}
