package org.careroom.clinics;

import java.time.Clock;
import java.util.List;
import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.careroom.people.EmailAddress;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meeting rooms and user rooms are made, renamed and removed by clinic administrators, before anybody uses them (seed 002). */
@Service
@Transactional
public class RoomSettings {

    private final ClinicDoor door;
    private final ClinicMembers clinicMembers;
    private final RoomStore rooms;
    private final LinkStore links;
    private final WaitingNews news;
    private final Calls calls;
    private final People people;
    private final Clock clock;

    RoomSettings(
            ClinicDoor door,
            ClinicMembers clinicMembers,
            RoomStore rooms,
            LinkStore links,
            WaitingNews news,
            Calls calls,
            People people,
            Clock clock) {
        this.door = door;
        this.clinicMembers = clinicMembers;
        this.rooms = rooms;
        this.links = links;
        this.news = news;
        this.calls = calls;
        this.people = people;
        this.clock = clock;
    }

    /** A room in the settings. */
    public record Row(ClinicRoomId id, String name, boolean meetingRoom, boolean knocks) {}

    /**
     * All rooms of a clinic, meeting rooms first, by name.
     *
     * @throws NotFound when they know no such clinic
     * @throws Refused when they know it, but may not change it
     */
    @Transactional(readOnly = true)
    public List<Row> of(Person who, String slug) {
        return rooms.of(door.open(who, slug, ClinicAction.ADMINISTER).id()).stream()
                .map(room -> new Row(room.id(), room.name(), room.isMeetingRoom(), room.knocks()))
                .toList();
    }

    /**
     * @throws Invalid at {@code roomName} when it cannot be taken, or another meeting room of the clinic has it
     * @throws NotFound when they know no such clinic
     * @throws Refused when they know it, but may not change it
     */
    public void add(Person who, String slug, String typed, boolean knocks) {
        ClinicEntity clinic = door.lock(who, slug, ClinicAction.ADMINISTER);
        add(clinic.id(), who.id(), PlainText.line("roomName", typed, PlainText.NAME), knocks);
    }

    /** Makes a meeting room; asks no rule: for the demonstration, not for pages. */
    public ClinicRoomId add(ClinicId clinic, PersonId by, String name, boolean knocks) {
        ClinicRoom room =
                new ClinicRoom(new ClinicRoomId(Id.next()), clinic, PlaceKind.MEETING_ROOM, name, null, knocks);
        if (!rooms.add(room, by, clock.instant())) {
            throw new Invalid("roomName", Reason.of("room.name.taken"));
        }
        news.rooms(clinic);
        return room.id();
    }

    /**
     * Gives a member of the clinic a user room; one has at most one.
     *
     * @throws Invalid at {@code user} when this is no member's address, or they have one
     * @throws NotFound when they know no such clinic
     * @throws Refused when they know it, but may not change it
     */
    public void addUserRoom(Person who, String slug, String email) {
        ClinicEntity clinic = door.lock(who, slug, ClinicAction.ADMINISTER);
        Person user = people.findByEmail(EmailAddress.normalized(email))
                .filter(found -> clinicMembers.of(clinic.id()).contains(found.id()))
                .orElseThrow(() -> new Invalid("user", Reason.of("room.user.unknown")));
        addUserRoom(clinic.id(), who.id(), user);
    }

    /** Makes a user room; asks no rule: for the demonstration, not for pages. */
    public void addUserRoom(ClinicId clinic, PersonId by, Person user) {
        ClinicRoom room =
                new ClinicRoom(new ClinicRoomId(Id.next()), clinic, PlaceKind.USER_ROOM, user.name(), user.id(), true);
        if (!rooms.add(room, by, clock.instant())) {
            throw new Invalid("user", Reason.of("room.user.has"));
        }
        news.rooms(clinic);
    }

    /**
     * Renames a meeting room and says whether guests have to be let in; who is in it stays there.
     *
     * @throws Invalid at {@code roomName} when it cannot be taken, or another meeting room of the clinic has it
     * @throws NotFound when there is no such meeting room that they know
     * @throws Refused when they know the clinic, but may not change it
     */
    public void change(Person who, String slug, ClinicRoomId id, String typed, boolean knocks) {
        ClinicRoom room = lock(who, slug, id);
        if (!room.isMeetingRoom()) {
            throw new NotFound();
        }
        if (!rooms.change(room, PlainText.line("roomName", typed, PlainText.NAME), knocks)) {
            throw new Invalid("roomName", Reason.of("room.name.taken"));
        }
        news.rooms(room.clinic());
    }

    /**
     * Removes a room: whoever is in it is out, and its links are worth nothing. Twice is once.
     *
     * @throws NotFound when there is no such room that they know
     * @throws Refused when they know the clinic, but may not change it
     */
    public void remove(Person who, String slug, ClinicRoomId id) {
        ClinicRoom room = lock(who, slug, id);
        remove(room);
    }

    private void remove(ClinicRoom room) {
        calls.open(room.kind(), room.id().value()).ifPresent(calls::end);
        links.revokeAll(room.id().value());
        rooms.remove(room.id(), clock.instant());
        news.rooms(room.clinic());
    }

    /** A user room goes with its user's being a member. */
    void removeOf(ClinicId clinic, PersonId user) {
        rooms.of(clinic).stream().filter(room -> user.equals(room.owner())).forEach(this::remove);
    }

    private ClinicRoom lock(Person who, String slug, ClinicRoomId id) {
        ClinicEntity clinic = door.lock(who, slug, ClinicAction.ADMINISTER);
        return rooms.find(id).filter(room -> room.clinic().equals(clinic.id())).orElseThrow(NotFound::new);
    }
}
