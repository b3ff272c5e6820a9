package org.careroom.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.calls.CallId;
import org.careroom.calls.CallSeats;
import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.careroom.calls.SeatState;
import org.careroom.clinics.TestClinics.Clinic;
import org.careroom.clinics.TestClinics.Patient;
import org.careroom.people.Identity;
import org.careroom.people.IssuedGuest;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Meeting rooms, user rooms and the guest links to them (seed 002). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ClinicRoomsTests {

    @Autowired
    private TestClinics clinics;

    @Autowired
    private ClinicRooms rooms;

    @Autowired
    private RoomSettings settings;

    @Autowired
    private ClinicSettings clinicSettings;

    @Autowired
    private ClinicPlaces places;

    @Autowired
    private GuestDoor door;

    @Autowired
    private Calls calls;

    @Autowired
    private CallSeats seats;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Clinic clinic;
    private ClinicRoomId handover;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        handover = clinic.meetingRoom("Handover", false);
    }

    @Test
    void membersEnterAndOthersLearnNothing() {
        assertThat(rooms.of(clinic.maya(), clinic.slug(), handover).name()).isEqualTo("Handover");
        assertThat(rooms.enter(clinic.maya(), clinic.slug(), handover))
                .isEqualTo(rooms.enter(clinic.omar(), clinic.slug(), handover));
        Clinic other = clinics.open();
        assertThatThrownBy(() -> rooms.of(other.maya(), clinic.slug(), handover))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rooms.of(other.maya(), other.slug(), handover)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rooms.enter(other.maya(), other.slug(), handover))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rooms.link(other.maya(), other.slug(), handover, 4))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void onlyAdministratorsMakeRenameAndRemoveThem() {
        assertThatThrownBy(() -> settings.add(clinic.maya(), clinic.slug(), "Tea kitchen", false))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> settings.remove(clinic.maya(), clinic.slug(), handover))
                .isInstanceOf(Refused.class);
        settings.change(clinic.amara(), clinic.slug(), handover, "Morning handover", true);
        assertThat(rooms.of(clinic.maya(), clinic.slug(), handover).name()).isEqualTo("Morning handover");
        settings.add(clinic.amara(), clinic.slug(), "Tea kitchen", false);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> settings.change(clinic.amara(), clinic.slug(), handover, "tea KITCHEN", true))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("roomName"));
    }

    @Test
    void theNumberInsideIsThatOfTheCall() {
        CallId call = rooms.enter(clinic.maya(), clinic.slug(), handover);
        seats.enter(Identity.of(clinic.maya()), call, false);
        assertThat(rooms.of(clinic.omar(), clinic.slug(), handover).inside()).isEqualTo(1);
        assertThat(places.of(clinic.omar(), clinic.slug()).orElseThrow().rooms())
                .filteredOn(room -> room.id().equals(handover))
                .extracting(ClinicPlaces.Room::inside)
                .containsExactly(1);
    }

    @Test
    void aGuestWalksInByTheLinkAndWaitsWhileNobodyIsThere() {
        IssuedGuest guest = door.exchange(token(handover, 4)).orElseThrow();
        assertThat(door.welcome(guest.guest()).place()).isEqualTo("Handover");
        CallId call = door.join(guest.guest(), "Dr. Ilse Brandt");
        assertThat(seats.enter(Identity.of(guest.guest()), call, false).state()).isEqualTo(SeatState.HELD);
        seats.enter(Identity.of(clinic.maya()), rooms.enter(clinic.maya(), clinic.slug(), handover), false);
        assertThat(seats.enter(Identity.of(guest.guest()), call, true).state()).isEqualTo(SeatState.SEATED);
    }

    @Test
    void whereGuestsKnockTheyHaveToBeLetIn() {
        ClinicRoomId knocking = clinic.meetingRoom("Case conference", true);
        IssuedGuest guest = door.exchange(token(knocking, 4)).orElseThrow();
        CallId call = door.join(guest.guest(), "Dr. Ilse Brandt");
        seats.enter(Identity.of(clinic.maya()), call, false);
        assertThat(seats.enter(Identity.of(guest.guest()), call, false).state()).isEqualTo(SeatState.KNOCKING);
        assertThat(rooms.of(clinic.omar(), clinic.slug(), knocking).knocking()).isEqualTo(1);
    }

    @Test
    void aRevokedLinkOpensNothingAndPutsOutWhoCameByIt() {
        String token = token(handover, 4);
        IssuedGuest guest = door.exchange(token).orElseThrow();
        CallId call = door.join(guest.guest(), "Dr. Ilse Brandt");
        seats.enter(Identity.of(clinic.maya()), rooms.enter(clinic.maya(), clinic.slug(), handover), false);
        seats.enter(Identity.of(guest.guest()), call, false);
        assertThat(rooms.of(clinic.omar(), clinic.slug(), handover).inside()).isEqualTo(2);
        GuestLinkId link =
                rooms.of(clinic.maya(), clinic.slug(), handover).links().get(0).id();
        rooms.revoke(clinic.omar(), clinic.slug(), handover, link);
        assertThat(rooms.of(clinic.omar(), clinic.slug(), handover).inside()).isEqualTo(1);
        assertThat(door.exchange(token)).isEmpty();
        assertThatThrownBy(() -> door.welcome(guest.guest())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> seats.enter(Identity.of(guest.guest()), call, false))
                .isInstanceOf(NotFound.class);
        assertThat(rooms.of(clinic.maya(), clinic.slug(), handover).links()).isEmpty();
    }

    @Test
    void linksAreToldApartByTheirNumberAndWhoCameByThem() {
        token(handover, 4);
        IssuedGuest guest = door.exchange(token(handover, 4)).orElseThrow();
        door.join(guest.guest(), "Dr. Ilse Brandt");
        door.exchange(token(handover, 4)).orElseThrow(); // has said no name yet
        rooms.revoke(
                clinic.maya(),
                clinic.slug(),
                handover,
                rooms.of(clinic.maya(), clinic.slug(), handover).links().get(2).id());
        assertThat(rooms.of(clinic.maya(), clinic.slug(), handover).links())
                .extracting(RoomView.LinkRow::number, RoomView.LinkRow::guests)
                .containsExactly(tuple(3, List.of()), tuple(2, List.of("Dr. Ilse Brandt")));
    }

    @Test
    void anExpiredLinkOpensNothing() {
        String token = token(handover, 4);
        jdbc.sql("update guest_link set expires_at = now() - interval '1 minute' where room_id = ?")
                .param(handover.value())
                .update();
        assertThat(door.exchange(token)).isEmpty();
        assertThat(new Browsing(port).get("/g/" + token).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsStoredOfALinkOpensNothing() {
        String token = token(handover, 4);
        String stored = jdbc.sql("select token_hash from guest_link where room_id = ?")
                .param(handover.value())
                .query(String.class)
                .single();
        assertThat(stored).isNotEqualTo(token);
        assertThat(door.exchange(stored)).isEmpty();
        assertThat(token).hasSize(43); // 256 bits
    }

    @Test
    void theSecretLeavesTheAddressAtOnce() {
        Browsing guest = new Browsing(port);
        HttpResponse<String> answer = guest.get("/g/" + token(handover, 4));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browsing.location(answer)).startsWith("/g?as=");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
        HttpResponse<String> page = guest.get(Browsing.location(answer));
        assertThat(page.body()).contains("Join meeting", "Handover");
        assertThat(new Browsing(port).get(Browsing.location(answer)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aWaitingPatientEntersNoMeetingRoomByAnyAddress() {
        Patient jordan = clinic.enters("Jordan", "Ellis");
        CallId call = rooms.enter(clinic.maya(), clinic.slug(), handover);
        assertThatThrownBy(() -> seats.enter(jordan.identity(), call, false)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> door.join(jordan.guest(), "Jordan")).isInstanceOf(NotFound.class);
        Browsing browser = new Browsing(port);
        browser.get("/w/" + clinic.slug());
        browser.post(
                "/w/" + clinic.slug(),
                "key",
                UUID.randomUUID().toString(),
                "firstName",
                "Theo",
                "lastName",
                "Marsh",
                "phone",
                "0400 555 122",
                "answers[0]",
                "",
                "agreed",
                "yes");
        HttpResponse<String> link = browser.get("/g/" + token(handover, 4));
        assertThat(link.statusCode()).isEqualTo(403);
        assertThat(link.body()).contains("This link is for colleagues");
        assertThat(browser.get("/calls/" + call).statusCode()).isEqualTo(404);
        assertThat(Browsing.location(browser.get("/clinics/" + clinic.slug() + "/rooms/" + handover)))
                .isEqualTo("/login");
    }

    @Test
    void aUserRoomIsItsUsersAlone() {
        settings.addUserRoom(clinic.amara(), clinic.slug(), clinic.omar().email());
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> settings.addUserRoom(
                        clinic.amara(), clinic.slug(), clinic.omar().email()));
        ClinicRoomId own = places.of(clinic.omar(), clinic.slug()).orElseThrow().rooms().stream()
                .filter(ClinicPlaces.Room::userRoom)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(places.of(clinic.maya(), clinic.slug()).orElseThrow().rooms())
                .noneMatch(ClinicPlaces.Room::userRoom);
        assertThat(rooms.of(clinic.omar(), clinic.slug(), own).name()).isEqualTo("Omar Haddad");
        assertThatThrownBy(() -> rooms.of(clinic.maya(), clinic.slug(), own)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rooms.of(clinic.amara(), clinic.slug(), own)).isInstanceOf(NotFound.class);
        CallId call = rooms.enter(clinic.omar(), clinic.slug(), own);
        assertThatThrownBy(() -> seats.enter(Identity.of(clinic.maya()), call, false))
                .isInstanceOf(NotFound.class);
        IssuedGuest guest = door.exchange(secret(rooms.link(clinic.omar(), clinic.slug(), own, 4)))
                .orElseThrow();
        door.join(guest.guest(), "Pat Visitor");
        assertThat(seats.enter(Identity.of(guest.guest()), call, false).state()).isEqualTo(SeatState.KNOCKING);
    }

    @Test
    void whoLeavesTheClinicLosesTheirUserRoomAndItsLinks() {
        settings.addUserRoom(clinic.amara(), clinic.slug(), clinic.omar().email());
        ClinicRoomId own = places.of(clinic.omar(), clinic.slug()).orElseThrow().rooms().stream()
                .filter(ClinicPlaces.Room::userRoom)
                .findFirst()
                .orElseThrow()
                .id();
        String token = secret(rooms.link(clinic.omar(), clinic.slug(), own, 4));
        rooms.enter(clinic.omar(), clinic.slug(), own);
        clinicSettings.remove(clinic.amara(), clinic.slug(), clinic.omar().id());
        assertThat(door.exchange(token)).isEmpty();
        assertThat(calls.open(PlaceKind.USER_ROOM, own.value())).isEmpty();
        assertThatThrownBy(() -> rooms.of(clinic.omar(), clinic.slug(), own)).isInstanceOf(NotFound.class);
    }

    @Test
    void theLastAdministratorStays() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> clinicSettings.remove(
                        clinic.amara(), clinic.slug(), clinic.amara().id()));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> clinicSettings.set(
                        clinic.amara(), clinic.slug(), clinic.amara().email(), ClinicRole.TEAM_MEMBER));
    }

    private String token(ClinicRoomId room, int hours) {
        return secret(rooms.link(clinic.maya(), clinic.slug(), room, hours));
    }

    private static String secret(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
