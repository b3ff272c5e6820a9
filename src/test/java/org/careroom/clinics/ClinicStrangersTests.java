package org.careroom.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.clinics.TestClinics.Clinic;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.site.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of a clinic for each kind of person: strangers find none, and who knows it does there no more than their part. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ClinicStrangersTests {

    /** For who administers the clinic and is no member of it: its settings. */
    private static final Set<String> SETTINGS = Set.of(
            "GET /clinics/{slug}",
            "POST /clinics/{slug}",
            "GET /clinics/{slug}/qr.svg",
            "POST /clinics/{slug}/hours",
            "POST /clinics/{slug}/fields",
            "POST /clinics/{slug}/members",
            "POST /clinics/{slug}/members/{person}/remove",
            "POST /clinics/{slug}/rooms",
            "POST /clinics/{slug}/rooms/{id}",
            "POST /clinics/{slug}/rooms/{id}/remove",
            "POST /clinics/{slug}/user-rooms");

    /** What a page asks for its left column; who is no member has no places there. */
    private static final String PLACES = "GET /clinics/{slug}/places";

    /** Where only a form is sent to: who asks for it later is led back, whoever they are. */
    private static final Pattern LEADING_BACK = Pattern.compile("GET .*/(links|enter|join|invite)$");

    @Autowired
    private Staff staff;

    @Autowired
    private TestClinics clinics;

    @Autowired
    private ClinicRooms rooms;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @LocalServerPort
    private int port;

    private Clinic clinic;
    private Map<String, Person> people;
    private Map<String, String> ids;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        people = Map.of(
                "member", staff.member(clinic.organization(), "Omar Other"),
                "manager", staff.member(clinic.organization(), "Mia Manager", Permission.MANAGE_CLINICS),
                "admin", staff.admin(clinic.organization(), "Ann Admin"),
                "team member", clinic.maya(),
                "pending", staff.pending(clinic.organization(), "Penny Pending"),
                "foreign", staff.admin(staff.organization(Plan.PREMIUM), "Sky Stranger"),
                "member of another clinic", clinics.open().amara(),
                "client", staff.client("Jordan Ellis"));
        ids = ids(clinic);
    }

    private Map<String, String> ids(Clinic of) {
        ClinicRoomId room = of.meetingRoom("Handover", false);
        rooms.link(of.maya(), of.slug(), room, 4);
        Map<String, String> found = new LinkedHashMap<>();
        found.put("room", room.toString());
        found.put(
                "link", rooms.of(of.maya(), of.slug(), room).links().get(0).id().toString());
        found.put("caller", of.enters("Zelda", "Quill").consultation().toString());
        found.put("person", of.omar().id().toString());
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "pending", "foreign", "member of another clinic", "client"})
    void whoHasNothingToDoWithAClinicFindsNone(String kind) {
        Browsing browser = signedIn(kind);
        List<String> got = new ArrayList<>();
        ofThisClinic().forEach(address -> {
            for (String accept : List.of("text/html", "application/json")) {
                HttpResponse<String> answer = ask(browser, address, accept);
                boolean none = answer.statusCode() == 404
                        || answer.statusCode() == 406
                        || address.toString().equals(PLACES) && answer.body().isBlank();
                if (!none
                        || answer.body().contains("Heart Clinic")
                        || answer.body().contains("Zelda")) {
                    got.add(address + " " + accept + ": " + answer.statusCode());
                }
            }
        });
        assertThat(got).isEmpty();
        assertThat(browser.get("/clinics?all").body()).doesNotContain(clinic.slug());
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "admin"})
    void whoManagesAllClinicsLooksAfterTheSettingsAndSeesNoCaller(String kind) {
        Browsing browser = signedIn(kind);
        List<String> got = new ArrayList<>();
        ofThisClinic().forEach(address -> {
            HttpResponse<String> answer = ask(browser, address, "text/html");
            boolean fits = SETTINGS.contains(address.toString())
                    ? answer.statusCode() != 403
                    : answer.statusCode() == 403
                            || answer.statusCode() == 404
                            || address.toString().equals(PLACES);
            if (!fits || answer.body().contains("Zelda")) {
                got.add(address + ": " + answer.statusCode());
            }
        });
        assertThat(got).isEmpty();
        assertThat(browser.get("/clinics?all").body()).contains(clinic.slug());
        assertThat(browser.get("/clinics/new").statusCode()).isEqualTo(200);
        assertThat(browser.get("/clinics/reports").body()).contains("Heart Clinic");
    }

    @Test
    void aTeamMemberChangesNoSettings() {
        Browsing browser = signedIn("team member");
        List<String> got = new ArrayList<>();
        ofThisClinic().filter(address -> SETTINGS.contains(address.toString())).forEach(address -> {
            int status = ask(browser, address, "text/html").statusCode();
            if (status != 403 && !address.toString().endsWith("/qr.svg")) {
                got.add(address + ": " + status);
            }
        });
        assertThat(got).isEmpty();
        assertThat(browser.get("/clinics/reports").statusCode()).isEqualTo(404);
        assertThat(browser.get("/clinics/reports/days.csv?clinic=" + clinic.slug())
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/clinics/new").statusCode()).isEqualTo(404);
    }

    /** Who looks after one clinic reaches nothing of another by the ids of its parts. */
    @Test
    void thePartsOfOneClinicAreNotFoundInAnother() {
        Clinic other = clinics.open();
        Browsing browser = new Browsing(port);
        browser.signIn(other.amara().email(), Staff.PASSWORD);
        List<String> got = new ArrayList<>();
        ofThisClinic().filter(address -> address.toString().contains("{id}")).forEach(address -> {
            HttpResponse<String> answer = ask(browser, address, other.slug(), "text/html");
            if (answer.statusCode() != 404 || answer.body().contains("Zelda")) {
                got.add(address + ": " + answer.statusCode());
            }
        });
        assertThat(got).isEmpty();
    }

    private Stream<Address> ofThisClinic() {
        return Address.all(controllers).stream()
                .filter(address -> address.toString().contains("/clinics/{slug}"))
                .filter(address -> !LEADING_BACK.matcher(address.toString()).find());
    }

    private HttpResponse<String> ask(Browsing browser, Address address, String accept) {
        return ask(browser, address, clinic.slug(), accept);
    }

    private HttpResponse<String> ask(Browsing browser, Address address, String slug, String accept) {
        String id = Objects.requireNonNull(ids.get(address.toString().contains("/rooms/") ? "room" : "caller"));
        String path = address.path(Map.of(
                "slug",
                slug,
                "id",
                id,
                "link",
                Objects.requireNonNull(ids.get("link")),
                "person",
                Objects.requireNonNull(ids.get("person"))));
        return address.isGet() ? browser.get(path, "Accept", accept) : browser.submit(path, accept, "name", "Mine");
    }

    private Browsing signedIn(String kind) {
        Browsing browser = new Browsing(port);
        browser.signIn(Objects.requireNonNull(people.get(kind)).email(), Staff.PASSWORD);
        return browser;
    }
}
