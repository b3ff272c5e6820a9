package org.careroom.clinics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands below Clinics in the left column: the clinic's waiting area, its meeting rooms, one's own user room (seed 002). */
@Service
@Transactional(readOnly = true)
public class ClinicPlaces {

    private final ClinicRepository clinics;
    private final ClinicDoor door;
    private final RoomStore rooms;
    private final Calls calls;
    private final JdbcClient jdbc;

    ClinicPlaces(ClinicRepository clinics, ClinicDoor door, RoomStore rooms, Calls calls, JdbcClient jdbc) {
        this.clinics = clinics;
        this.door = door;
        this.rooms = rooms;
        this.calls = calls;
        this.jdbc = jdbc;
    }

    /**
     * The places of a clinic.
     *
     * @param waiting how many wait or are on hold
     */
    public record View(ClinicId clinic, String slug, String name, int waiting, List<Room> rooms) {}

    /**
     * A room that the person may enter.
     *
     * @param userRoom whether it is their own
     */
    public record Room(ClinicRoomId id, String name, boolean userRoom, int inside, int knocking) {}

    /**
     * The places of the clinic with this slug, or of the only one the person is a member of; empty when they are a member of none.
     *
     * @param slug of the clinic that the page is about; null when it is about none
     */
    public Optional<View> of(Person who, @Nullable String slug) {
        return member(who, slug)
                .flatMap(clinics::findById)
                .map(clinic ->
                        new View(clinic.id(), clinic.slug(), clinic.name(), waiting(clinic.id()), rooms(who, clinic)));
    }

    private Optional<UUID> member(Person who, @Nullable String slug) {
        List<UUID> found = jdbc.sql("""
                        select c.id from clinic_member cm join clinic c on c.id = cm.clinic_id
                        join member m on m.organization_id = cm.organization_id and m.person_id = cm.person_id
                        where cm.person_id = :person and m.status = 'ACTIVE' and (cast(:slug as text) is null or c.slug = :slug)
                        limit 2""")
                .param("person", who.id().value())
                .param("slug", slug)
                .query(UUID.class)
                .list();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private int waiting(ClinicId clinic) {
        return jdbc.sql("select count(*) from consultation w where w.clinic_id = ? and " + CallerRows.WAITS)
                .param(clinic.value())
                .query(Integer.class)
                .single();
    }

    private List<Room> rooms(Person who, ClinicEntity clinic) {
        ClinicRules.Asker asker = door.asker(who, clinic);
        List<ClinicRoom> own = rooms.of(clinic.id()).stream()
                .filter(room -> RoomRules.enters(asker, who.id(), room))
                .toList();
        List<Room> found = new ArrayList<>();
        for (PlaceKind kind : List.of(PlaceKind.MEETING_ROOM, PlaceKind.USER_ROOM)) {
            List<ClinicRoom> ofKind =
                    own.stream().filter(room -> room.kind() == kind).toList();
            List<UUID> ids = ofKind.stream().map(room -> room.id().value()).toList();
            Map<UUID, Integer> inside = calls.inside(kind, ids);
            Map<UUID, Integer> knocking = calls.knocking(kind, ids);
            ofKind.forEach(room -> found.add(new Room(
                    room.id(),
                    room.name(),
                    !room.isMeetingRoom(),
                    inside.getOrDefault(room.id().value(), 0),
                    knocking.getOrDefault(room.id().value(), 0))));
        }
        return found;
    }
}
