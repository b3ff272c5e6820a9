package org.careroom.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.calls.CallSeats;
import org.careroom.calls.SeatView;
import org.careroom.clinics.TestClinics.Clinic;
import org.careroom.clinics.TestClinics.Patient;
import org.careroom.live.LivePage;
import org.careroom.organizations.Staff;
import org.careroom.people.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The patient's way over HTTP, without an account: one's own place and nothing else, whatever is sent (product 6). */
@CareroomTest
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init")
class EntranceTests {

    private static final String[] FETCH = {"X-Requested-With", "Careroom"};

    @Autowired
    private TestClinics clinics;

    @Autowired
    private ClinicRooms rooms;

    @Autowired
    private WaitingArea area;

    @Autowired
    private Callers callers;

    @Autowired
    private Consultations consultations;

    @Autowired
    private CallSeats seats;

    @LocalServerPort
    private int port;

    private Clinic clinic;

    @BeforeEach
    void open() {
        clinic = clinics.open();
    }

    @Test
    void whoEntersGetsACookieThatScriptsCannotReadAndFindsTheirPlaceAgain() {
        Browsing jordan = new Browsing(port);
        HttpResponse<String> answer = enter(jordan, "Jordan", "Ellis");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browsing.location(answer)).isEqualTo("/w/" + clinic.slug());
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax", "Path=/");
        HttpResponse<String> place = jordan.get("/w/" + clinic.slug() + "/place", FETCH);
        assertThat(place.body()).contains("right place", "careroom-waiting").doesNotContain("Ellis");
    }

    @Test
    void onASharedDeviceTheAddressAsksWhoseItIsBeforeItShowsAnything() {
        Browsing browser = new Browsing(port);
        enter(browser, "Jordan", "Ellis");
        HttpResponse<String> page = browser.get("/w/" + clinic.slug());
        assertThat(page.body())
                .contains("Continue as Jordan", "Someone else")
                .doesNotContain("Ellis", "Your place in the queue");
        assertThat(Browsing.location(browser.get("/w/" + clinic.slug() + "/place")))
                .isEqualTo("/w/" + clinic.slug());
        browser.post("/w/" + clinic.slug() + "/someone-else");
        assertThat(browser.get("/w/" + clinic.slug()).body())
                .contains("Start video call")
                .doesNotContain("Jordan");
    }

    @Test
    void threeWhoWaitFindNoTraceOfEachOther() {
        List<Browsing> browsers = new ArrayList<>();
        List<String> names = List.of("Abernathy", "Brodericks", "Castellane");
        for (String name : names) {
            Browsing browser = new Browsing(port);
            enter(browser, name, name + "son");
            browsers.add(browser);
        }
        for (int one = 0; one < names.size(); one++) {
            StringBuilder all = new StringBuilder();
            for (String address : List.of("", "/place", "/ended")) {
                all.append(browsers.get(one)
                        .get("/w/" + clinic.slug() + address, FETCH)
                        .body());
            }
            for (int other = 0; other < names.size(); other++) {
                if (other != one) {
                    assertThat(all.toString()).doesNotContain(names.get(other));
                }
            }
        }
    }

    /** While others come, are told something, are renamed, joined, held, added to each other and leave. */
    @Test
    void framesTellWhoWaitsOfNobodyElse() {
        Browsing browser = new Browsing(port);
        enter(browser, "Jordan", "Ellis");
        ConsultationId mine =
                area.of(clinic.maya(), clinic.slug()).callers().get(0).id();
        try (LivePage page = LivePage.open(port, browser).connect()) {
            page.send(LivePage.SUBSCRIBE);
            callers.notify(clinic.maya(), clinic.slug(), mine, "Hello");
            await().until(() -> page.any("consultation:" + mine));
            int before = page.frames().size();
            Patient zelda = clinic.enters("Zelda", "Quill");
            Patient yves = clinic.enters("Yves", "Quill");
            callers.notify(clinic.maya(), clinic.slug(), zelda.consultation(), "Quill is next");
            callers.note(clinic.maya(), clinic.slug(), zelda.consultation(), "Quill is anxious");
            SeatView seat = zelda.seenBy(clinic.maya());
            consultations.add(clinic.maya(), clinic.slug(), zelda.consultation(), yves.consultation());
            seats.leave(Identity.of(clinic.maya()), clinics.call(zelda), seat.seat());
            callers.remove(clinic.maya(), clinic.slug(), zelda.consultation());
            callers.remove(clinic.maya(), clinic.slug(), yves.consultation());
            callers.correct(clinic.maya(), clinic.slug(), mine, "Jordana", "Ellis", "555 0101");
            callers.notify(clinic.maya(), clinic.slug(), mine, "Your turn soon");
            await().until(() -> page.frames().stream()
                            .filter(frame -> frame.contains("consultation:" + mine))
                            .count()
                    >= before + 1L);
            assertThat(page.frames())
                    .filteredOn(frame -> frame.startsWith("MESSAGE"))
                    .allSatisfy(frame -> assertThat(frame.substring(frame.indexOf("\n\n"))
                                    .strip()
                                    .replace("\0", ""))
                            .isIn(
                                    "{\"subject\":\"consultation:" + mine + "\",\"type\":\"nudge\"}",
                                    "{\"subject\":\"counters\"}"));
        }
    }

    @Test
    void badInputKeepsWhatWasTypedAndSaysWhatIsWrongAtItsField() {
        Browsing browser = new Browsing(port);
        browser.get("/w/" + clinic.slug());
        HttpResponse<String> answer = browser.post(
                "/w/" + clinic.slug(),
                "firstName",
                "<script>alert(1)</script>",
                "lastName",
                "x".repeat(61),
                "phone",
                "",
                "answers[0]",
                "y".repeat(201),
                "agreed",
                "yes");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browsing.wrongFields(answer)).containsExactly("lastName", "phone", "answers[0]");
        assertThat(answer.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "x".repeat(61))
                .doesNotContain("<script>alert");
    }

    @Test
    void unknownClinicsAndEndedPlacesGetAClearPage() {
        Browsing browser = new Browsing(port);
        assertThat(browser.get("/w/no-such-clinic").statusCode()).isEqualTo(404);
        enter(browser, "Jordan", "Ellis");
        String cookies = browser.cookies();
        browser.post("/w/" + clinic.slug() + "/leave");
        HttpResponse<String> page = new Browsing(port).get("/w/" + clinic.slug(), "Cookie", cookies);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Start video call").doesNotContain("Jordan");
        assertThat(new Browsing(port)
                        .get("/w/" + clinic.slug() + "/place", "Cookie", cookies, "X-Requested-With", "Careroom")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tenThousandWrongTriesAreLimitedAndLoggedAndValidLinksStillWork(CapturedOutput output) {
        ClinicRoomId handover = clinic.meetingRoom("Handover", false);
        String link = rooms.link(clinic.maya(), clinic.slug(), handover, 4);
        String valid = link.substring(link.indexOf("/g/"));
        Browsing guesser = new Browsing(port);
        int limited = 0;
        for (int guess = 0; guess < 10_000; guess++) {
            int status = guesser.get("/g/" + UUID.randomUUID()).statusCode();
            assertThat(status).isIn(404, 429);
            limited += status == 429 ? 1 : 0;
        }
        assertThat(limited).isGreaterThan(9_500);
        assertThat(output).contains("are guessed from");
        assertThat(new Browsing(port).get(valid).statusCode()).isEqualTo(302);
        assertThat(enter(new Browsing(port), "Jordan", "Ellis").statusCode()).isEqualTo(302);
    }

    @Test
    void staffWhoTryItAsPatientsStayStaffElsewhere() {
        Browsing browser = new Browsing(port);
        browser.signIn(clinic.maya().email(), Staff.PASSWORD);
        enter(browser, "Test", "Patient");
        assertThat(browser.get("/clinics/" + clinic.slug() + "/waiting-area").body())
                .contains("Test Patient");
        assertThat(browser.get("/w/" + clinic.slug() + "/place", FETCH).body()).contains("right place");
    }

    private HttpResponse<String> enter(Browsing browser, String firstName, String lastName) {
        browser.get("/w/" + clinic.slug());
        return browser.post(
                "/w/" + clinic.slug(),
                "key",
                UUID.randomUUID().toString(),
                "firstName",
                firstName,
                "lastName",
                lastName,
                "phone",
                "0400 555 019",
                "answers[0]",
                "Wound check",
                "agreed",
                "yes");
    }
}
