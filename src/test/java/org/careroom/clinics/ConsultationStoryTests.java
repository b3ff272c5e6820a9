package org.careroom.clinics;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.calls.InCall;
import org.careroom.clinics.TestClinics.Clinic;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A patient without an account taps a link and waits; a clinician sees them arrive, joins, and they see each other (seed 002). */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class ConsultationStoryTests {

    private static final Pattern CALL = Pattern.compile(".*/calls/.*");

    @Autowired
    private TestClinics clinics;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Clinic clinic;

    @BeforeEach
    void open() {
        clinic = clinics.open();
    }

    @Test
    void aPatientArrivesIsJoinedPutOnHoldJoinedAgainAndSeenOff() {
        Page maya = dashboard(clinic.maya());
        Page jordan = enter("Jordan", "Ellis");
        assertThat(jordan.getByRole(AriaRole.HEADING, named("You’re in the right place")))
                .isVisible();
        assertThat(row(maya, "Jordan Ellis")).containsText("Waiting");
        join(maya, "Jordan Ellis");
        assertThat(jordan).hasURL(CALL);
        seesFramesOf(maya, "Jordan Ellis");
        seesFramesOf(jordan, "Maya Lindqvist");

        leave(maya, "Leave call");
        assertThat(row(maya, "Jordan Ellis")).containsText("On hold");
        assertThat(jordan.getByRole(AriaRole.HEADING, named("You are on hold"))).isVisible();
        notify(maya, "Jordan Ellis", "Back in two minutes");
        assertThat(jordan.getByText("Message from the clinic: Back in two minutes"))
                .isVisible();
        join(maya, "Jordan Ellis");
        seesFramesOf(jordan, "Maya Lindqvist");

        Browsers.pardon("401");
        Browsers.pardon("WebSocket");
        leave(maya, "End call");
        assertThat(jordan.getByText("This call has ended")).isVisible();
        jordan.reload();
        assertThat(jordan.getByText("Your call has ended")).isVisible();
        jordan.navigate("/w/" + clinic.slug());
        assertThat(jordan.getByRole(AriaRole.BUTTON, named("Start video call"))).isVisible();
        maya.navigate("/clinics/" + clinic.slug() + "/waiting-area");
        assertThat(maya.getByText("Nobody is waiting")).isVisible();
    }

    @Test
    void aPatientLeavesTheCallAndIsNotBroughtBackUnlessTheyWantTo() {
        Page maya = dashboard(clinic.maya());
        Page jordan = enter("Jordan", "Ellis");
        join(maya, "Jordan Ellis");
        seesFramesOf(jordan, "Maya Lindqvist");
        leave(jordan, "Leave call");
        assertThat(jordan.getByRole(AriaRole.HEADING, named("You left the call")))
                .isVisible();
        assertThat(maya.locator("video[aria-label='Jordan Ellis']")).hasCount(0);
        jordan.reload();
        assertThat(jordan.getByRole(AriaRole.HEADING, named("You left the call")))
                .isVisible();
        jordan.getByRole(AriaRole.BUTTON, named("Back to the call")).click();
        seesFramesOf(jordan, "Maya Lindqvist");
        leave(jordan, "Leave call");
        Browsers.pardon("401");
        Browsers.pardon("WebSocket");
        jordan.getByRole(AriaRole.BUTTON, named("Leave the waiting area")).click();
        jordan.locator("dialog").getByRole(AriaRole.BUTTON, part("Leave")).click();
        assertThat(jordan.getByRole(AriaRole.HEADING, named("You have left"))).isVisible();
        assertThat(maya.getByText("This call has ended")).isVisible();
    }

    @Test
    void anotherCallerIsAddedAndAnInterpreterKnocksByALink() {
        Page maya = dashboard(clinic.maya());
        Page jordan = enter("Jordan", "Ellis");
        Page theo = enter("Theo", "Marsh");
        join(maya, "Jordan Ellis");
        seesFramesOf(jordan, "Maya Lindqvist");
        InCall clinician = InCall.on(maya, "Maya Lindqvist");
        clinician.press("Lock call");
        clinician.press("Participants");
        maya.getByText("Add a waiting caller").click();
        maya.getByRole(AriaRole.BUTTON, named("Add").setExact(true)).click();
        assertThat(maya.locator("dialog[open]")).containsText("Theo Marsh");
        assertThat(maya.locator("dialog[open]")).containsText("Jordan Ellis");
        maya.locator("dialog[open]").getByRole(AriaRole.BUTTON, part("Add")).click();
        assertThat(theo).hasURL(CALL);
        seesFramesOf(theo, "Jordan Ellis");
        seesFramesOf(jordan, "Theo Marsh");

        clinician.press("Lock call");
        maya.getByRole(AriaRole.BUTTON, named("Invite by link")).click();
        String link = maya.locator("careroom-handed-link input").inputValue();
        Page interpreter = Browsers.newPage(Visitor.options(port));
        interpreter.navigate(link.substring(link.indexOf("/g/")));
        interpreter.getByLabel("Name").fill("Ines Duarte");
        interpreter.getByRole(AriaRole.BUTTON, named("Join meeting")).click();
        assertThat(interpreter.getByText("You have knocked")).isVisible();
        assertThat(interpreter.locator("body")).not().containsText("Jordan");
        maya.locator("dialog[open]").getByRole(AriaRole.BUTTON, part("Close")).click();
        clinician.press("Let in: Ines Duarte");
        seesFramesOf(interpreter, "Theo Marsh");

        Browsers.pardon("401");
        Browsers.pardon("404");
        Browsers.pardon("WebSocket");
        leave(maya, "End call");
        for (Page page : List.of(jordan, theo, interpreter)) {
            InCall.on(page, "").in("ended");
        }
        assertThat(jdbc.sql(
                                "select count(*) from consultation where clinic_id = ? and (status <> 'ENDED' or first_name <> '')")
                        .param(clinic.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** In what their pages show, in every frame that comes to them, and in what they can ask for; while others are told and joined. */
    @Test
    void threeWhoWaitFindNoTraceOfEachOther() {
        Waiting abernathy = waiting("Abernathy");
        Waiting brodericks = waiting("Brodericks");
        Waiting castellane = waiting("Castellane");
        Page maya = dashboard(clinic.maya());
        notify(maya, "Brodericks", "To Brodericks only");
        notify(maya, "Abernathy", "To Abernathy only");
        join(maya, "Castellane");
        assertThat(abernathy.page().getByText("To Abernathy only")).isVisible();
        assertThat(brodericks.page().getByText("To Brodericks only")).isVisible();
        assertThat(castellane.page()).hasURL(CALL);
        List<Waiting> all = List.of(abernathy, brodericks, castellane);
        for (Waiting one : all) {
            String found = one.page().content() + one.frames() + asked(one.page());
            all.stream()
                    .filter(other -> other != one)
                    .forEach(other -> assertThat(found).doesNotContain(other.name()));
        }
    }

    /** Somebody in a browser of their own, and all frames that come to it. */
    private record Waiting(String name, Page page, StringBuffer frames) {}

    private Waiting waiting(String name) {
        Waiting waiting = new Waiting(name, Browsers.newPage(Visitor.options(port)), new StringBuffer());
        waiting.page()
                .onWebSocket(socket ->
                        socket.onFrameReceived(frame -> waiting.frames().append(frame.text())));
        waiting.page().navigate("/w/" + clinic.slug());
        fill(waiting.page(), "Pat", name);
        return waiting;
    }

    /** What the page can ask for of its place. */
    private String asked(Page page) {
        return (String) page.evaluate("""
                async slug => {
                  const ask = accept => fetch(`/w/${slug}/place`, { headers: { 'X-Requested-With': 'Careroom', Accept: accept } }).then(answer => answer.text());
                  return await ask('text/html') + await ask('application/json');
                }""", clinic.slug());
    }

    @Test
    void whenSomebodyElseEntersOnTheDeviceTheFirstTabShowsNothingOfThem() {
        Page mother = enter("Ada", "Stone");
        Page son = mother.context().newPage();
        son.navigate("/w/" + clinic.slug());
        son.getByRole(AriaRole.BUTTON, named("Someone else")).click();
        fill(son, "Ben", "Stone");
        Browsers.pardon("409");
        Browsers.pardon("401");
        Browsers.pardon("WebSocket");
        mother.evaluate("document.querySelector('careroom-waiting').look()");
        assertThat(mother.getByRole(AriaRole.BUTTON, named("Continue as Ben"))).isVisible();
        assertThat(mother.locator("careroom-waiting")).hasCount(0);
        assertThat(son.locator("careroom-waiting")).isVisible();
    }

    @Test
    void theirPlaceIsKeptWhenTheyReloadAndAskedForOnASharedDevice() {
        Page jordan = enter("Jordan", "Ellis");
        jordan.reload();
        assertThat(jordan.getByRole(AriaRole.HEADING, named("You’re in the right place")))
                .isVisible();
        Page again = jordan.context().newPage();
        again.navigate("/w/" + clinic.slug());
        assertThat(again.getByRole(AriaRole.BUTTON, named("Someone else"))).isVisible();
        assertThat(again.getByRole(AriaRole.HEADING, named("You’re in the right place")))
                .hasCount(0);
        again.getByRole(AriaRole.BUTTON, named("Continue as Jordan")).click();
        assertThat(again.getByRole(AriaRole.HEADING, named("You’re in the right place")))
                .isVisible();
    }

    @Test
    void aNoticeShowsOnTheirScreenAndItsNumberOnTheDashboard() {
        Page maya = dashboard(clinic.maya());
        Page jordan = enter("Jordan", "Ellis");
        notify(maya, "Jordan Ellis", "Running ten minutes late.");
        assertThat(jordan.getByText("Running ten minutes late.")).isVisible();
        assertThat(row(maya, "Jordan Ellis")).containsText("1 sent");
    }

    @Test
    void aClinicianWhoseBrowserWasKilledComesBackToTheirPatient() {
        Page killed = dashboard(clinic.maya());
        Page jordan = enter("Jordan", "Ellis");
        join(killed, "Jordan Ellis");
        seesFramesOf(jordan, "Maya Lindqvist");
        killed.context().close();
        Page maya = dashboard(clinic.maya());
        Browsers.pardon("409");
        join(maya, "Jordan Ellis");
        InCall back = InCall.on(maya, "Maya Lindqvist");
        maya.locator("careroom-call:is([data-state=elsewhere], [data-state=seated])")
                .waitFor();
        if (back.button("Move the call here").isVisible()) {
            back.press("Move the call here");
        }
        back.seated();
        seesFramesOf(maya, "Jordan Ellis");
        seesFramesOf(jordan, "Maya Lindqvist");
    }

    @Test
    void ofTwoCliniciansTheSecondIsToldWhoWasQuicker() {
        Page maya = dashboard(clinic.maya());
        Page omar = dashboard(clinic.omar());
        enter("Jordan", "Ellis");
        assertThat(row(omar, "Jordan Ellis")).isVisible();
        omar.evaluate("document.querySelector('careroom-waiting-area').refresh = () => {}"); // the news come too late
        join(maya, "Jordan Ellis");
        Browsers.pardon("409");
        row(omar, "Jordan Ellis").getByRole(AriaRole.BUTTON, part("Join")).click();
        assertThat(omar.getByRole(AriaRole.HEADING, named("Somebody was quicker")))
                .isVisible();
        assertThat(omar.getByText("Maya Lindqvist is joining Jordan Ellis")).isVisible();
        omar.getByRole(AriaRole.BUTTON, named("Join them")).click();
        seesFramesOf(omar, "Maya Lindqvist");
    }

    @Test
    void withoutACameraTheyGoOnByChoice() {
        Page jordan = Browsers.newPage(Visitor.options(port));
        jordan.addInitScript("navigator.mediaDevices.getUserMedia = wanted => Promise.reject("
                + "new DOMException('no', 'NotAllowedError'));");
        jordan.navigate("/w/" + clinic.slug());
        jordan.getByRole(AriaRole.BUTTON, named("Start video call")).click();
        assertThat(jordan.getByText("This page may not use your camera or microphone."))
                .isVisible();
        jordan.getByRole(AriaRole.BUTTON, named("Continue without camera and microphone"))
                .click();
        assertThat(jordan.getByLabel("First name")).isVisible();
    }

    @Test
    void takenOutWhileTheyWaitTheySeeThatItIsOver() {
        Page maya = dashboard(clinic.maya());
        Page jordan = enter("Jordan", "Ellis");
        row(maya, "Jordan Ellis").getByRole(AriaRole.LINK, part("Jordan Ellis")).click();
        maya.getByRole(AriaRole.BUTTON, named("Remove")).click();
        Browsers.pardon("404");
        Browsers.pardon("401");
        Browsers.pardon("WebSocket");
        maya.locator("dialog").getByRole(AriaRole.BUTTON, part("Remove")).click();
        assertThat(jordan).hasURL(Pattern.compile(".*/ended[?]over$"));
        assertThat(jordan.getByText("You are not waiting any more")).isVisible();
        assertThat(jdbc.sql("select count(*) from consultation where clinic_id = ? and first_name <> ''")
                        .param(clinic.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Page dashboard(Person member) {
        Page page = Visitor.signedIn(member, Visitor.options(port)).page();
        page.navigate("/clinics");
        assertThat(page.getByRole(AriaRole.HEADING, named("Waiting area"))).isVisible();
        return page;
    }

    private Page enter(String firstName, String lastName) {
        Page page = Browsers.newPage(Visitor.options(port));
        page.navigate("/w/" + clinic.slug());
        fill(page, firstName, lastName);
        return page;
    }

    private static void fill(Page page, String firstName, String lastName) {
        page.getByRole(AriaRole.BUTTON, named("Start video call")).click();
        page.getByRole(AriaRole.BUTTON, named("Continue")).click();
        page.getByLabel("First name").fill(firstName);
        page.getByLabel("Last name").fill(lastName);
        page.getByLabel("Phone").fill("0400 555 019");
        page.getByLabel("I have read this and agree").check();
        page.getByRole(AriaRole.BUTTON, named("Enter waiting area")).click();
        assertThat(page.locator("careroom-waiting")).isVisible();
    }

    private static Locator row(Page page, String caller) {
        return page.getByRole(AriaRole.TABLE, named("Waiting area"))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(caller));
    }

    private static void join(Page page, String caller) {
        row(page, caller).getByRole(AriaRole.BUTTON, part("Join")).click();
        assertThat(page).hasURL(CALL);
    }

    private static void notify(Page page, String caller, String text) {
        row(page, caller).getByRole(AriaRole.BUTTON, part("Notify")).click();
        page.getByLabel("Text on their waiting screen").fill(text);
        page.getByRole(AriaRole.BUTTON, named("Send")).click();
    }

    private static void leave(Page page, String how) {
        page.getByRole(AriaRole.BUTTON, named("Leave or end")).click();
        page.getByRole(AriaRole.BUTTON, named(how)).click();
    }

    private static void seesFramesOf(Page page, String of) {
        InCall.on(page, "").seesFramesOf(of, 5);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions part(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
