package org.careroom.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.live.Live;
import org.careroom.live.LivePage;
import org.careroom.live.LivePages;
import org.careroom.live.News;
import org.careroom.people.Identity;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the pages in a call are told, and that nobody else is told a single frame of it. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class CallFramesTests {

    @Autowired
    private TestCalls testCalls;

    @Autowired
    private CallSeats seats;

    @Autowired
    private CallHosting hosting;

    @Autowired
    private CallChat chat;

    @Autowired
    private LivePages pages;

    @Autowired
    private Live live;

    private final List<LivePage> opened = new ArrayList<>();
    private TestCalls.Room room;
    private Identity dana;
    private SeatView danas;
    private LivePage danasPage;
    private Identity lee;
    private SeatView lees;
    private LivePage leesPage;

    @BeforeEach
    void danaAndLeeAreIn() {
        room = testCalls.meeting();
        dana = room.host("Dana Reyes");
        lee = room.host("Lee Tran");
        danasPage = page(dana);
        leesPage = page(lee);
        danas = room.enter(dana);
        lees = room.enter(lee);
    }

    @AfterEach
    void close() {
        opened.forEach(LivePage::close);
    }

    @Test
    void aSignalReachesThePageItIsForAndNoOther() {
        Identity omar = room.host("Omar Haddad");
        LivePage omarsPage = page(omar);
        room.enter(omar);
        signal(danasPage, danas, lees, "from Dana to Lee");
        await().until(() -> leesPage.any("from Dana to Lee"));
        settle(dana, danasPage);
        settle(omar, omarsPage);
        assertThat(danasPage.any("from Dana to Lee")).isFalse();
        assertThat(omarsPage.any("from Dana to Lee")).isFalse();
        assertThat(leesPage.frames())
                .anySatisfy(frame -> assertThat(frame)
                        .contains("\"type\":\"signal\"", "\"from\":\"" + danas.seat(), "\"to\":\"" + lees.seat()));
    }

    @Test
    void signalsFromOrToForeignSeatsAreDropped() {
        TestCalls.Room other = testCalls.meeting();
        Identity omar = other.host("Omar Haddad");
        LivePage omarsPage = page(omar);
        SeatView omars = other.enter(omar);
        SeatView knocking = room.enter(room.knocker("Amara Bell"));
        signal(danasPage, danas, omars, "to another call");
        signal(danasPage, danas, knocking, "to one who knocks");
        signal(danasPage, lees, danas, "from a seat of another");
        signal(omarsPage, omars, danas, "from another call");
        signal(omarsPage, danas, lees, "by another person");
        signal(danasPage, danas, danas, "to oneself");
        danasPage.send(frame(
                UUID.randomUUID().toString(),
                danas.seat().toString(),
                lees.seat().toString(),
                "of no call"));
        signal(danasPage, danas, lees, "the last one");
        await().until(() -> leesPage.any("the last one"));
        settle(omar, omarsPage);
        for (LivePage page : opened) {
            assertThat(page.frames()).noneMatch(frame -> frame.contains("signal") && !frame.contains("the last one"));
        }
    }

    @Test
    void sixtyKibibytesPassAndAMebibyteEndsTheConnectionOfItsSenderOnly() throws Exception {
        signal(danasPage, danas, lees, "x".repeat(60 * 1024));
        await().until(() -> leesPage.any("xxxxx"));
        signal(danasPage, danas, lees, "y".repeat(1024 * 1024));
        danasPage.closed(Duration.ofSeconds(10));
        settle(lee, leesPage);
        assertThat(leesPage.isOpen()).isTrue();
        assertThat(leesPage.any("yyyyy")).isFalse();
        LivePage again = page(dana);
        signal(again, danas, lees, "here again");
        await().until(() -> leesPage.any("here again"));
    }

    @Test
    void whoKnocksIsOnHoldOrWasSentAwayGetsNotOneFrame() {
        TestCalls.Guest knocker = room.let("Amara Bell", Admission.knocks("Amara Bell"));
        TestCalls.Guest removed = room.let("Jordan Ellis", Admission.guest("Jordan Ellis"));
        LivePage knockersPage = page(knocker);
        room.enter(knocker.identity());
        SeatView removedSeat = room.enter(removed.identity());
        hosting.disconnect(dana, room.call, removedSeat.seat());
        LivePage removedPage = page(removed);
        everythingHappens();
        assertThat(leesPage.any("call:" + room.call)).isTrue();
        settle(knocker.identity(), knockersPage);
        settle(removed.identity(), removedPage);
        for (LivePage page : List.of(knockersPage, removedPage)) {
            assertThat(page.frames()).noneMatch(frame -> frame.contains("call:"));
        }
    }

    @Test
    void whoIsOnHoldGetsNotOneFrame() {
        TestCalls.Room consultation = testCalls.consultation();
        TestCalls.Guest patient = consultation.let("Amara Bell", Admission.guest("Amara Bell"));
        LivePage patientsPage = page(patient);
        assertThat(consultation.enter(patient.identity()).state()).isEqualTo(SeatState.HELD);
        consultation.enter(consultation.guest("Jordan Ellis"));
        settle(patient.identity(), patientsPage);
        assertThat(patientsPage.frames()).noneMatch(frame -> frame.contains("call:"));
        consultation.enter(consultation.host("Dana Reyes"));
        await().until(() -> patientsPage.any("call:" + consultation.call));
    }

    @Test
    void aKnockIsToldToHostsOnly() {
        TestCalls.Guest guest = room.let("Jordan Ellis", Admission.guest("Jordan Ellis"));
        room.enter(guest.identity());
        LivePage guestsPage = page(guest);
        long before = nudges(leesPage);
        room.enter(room.knocker("Amara Bell"));
        await().until(() -> nudges(leesPage) > before);
        settle(guest.identity(), guestsPage);
        assertThat(nudges(guestsPage)).isZero();
    }

    @Test
    void theOneWhoIsMutedIsTold() {
        hosting.mute(dana, room.call, lees.seat());
        await().until(() -> leesPage.any("\"type\":\"mute\""));
        assertThat(leesPage.frames()).anyMatch(frame -> frame.contains("\"by\":\"Dana Reyes\""));
        settle(dana, danasPage);
        assertThat(danasPage.any("\"type\":\"mute\"")).isFalse();
    }

    @Test
    void chatIsReadFromWhenOneWasFirstSeatedAndIsGoneAfterwards() {
        say(dana, danas, "Before Amara");
        Identity amara = room.knocker("Amara Bell");
        SeatView knocking = room.enter(amara);
        say(lee, lees, "While Amara knocks");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> chat.after(amara, room.call, knocking.seat(), 0));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> say(amara, knocking, "Let me in"));
        hosting.admit(dana, room.call, knocking.seat());
        say(lee, lees, "Hello Amara");
        assertThat(chat.after(amara, room.call, knocking.seat(), 0))
                .extracting(ChatMessage::body)
                .containsExactly("Hello Amara");
        seats.leave(amara, room.call, knocking.seat());
        say(dana, danas, "While Amara is away");
        SeatView again = room.enter(amara);
        assertThat(chat.after(amara, room.call, again.seat(), 0))
                .extracting(ChatMessage::body)
                .containsExactly("Hello Amara", "While Amara is away");
        assertThat(chat.after(dana, room.call, danas.seat(), 0)).hasSize(4);
        await().until(() -> leesPage.any("While Amara is away"));
        hosting.end(dana, room.call);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> chat.after(dana, room.call, danas.seat(), 0));
    }

    @Test
    void theSameKeyStoresNothingAgainAndNonsenseNothingAtAll() {
        UUID key = UUID.randomUUID();
        assertThat(chat.say(dana, room.call, danas.seat(), "Once", key).isNew()).isTrue();
        assertThat(chat.say(dana, room.call, danas.seat(), "Twice", key))
                .satisfies(said -> assertThat(said.isNew()).isFalse())
                .satisfies(said -> assertThat(said.message().body()).isEqualTo("Once"));
        for (String body : List.of("", " \u200b", "x".repeat(2_001), "\0")) {
            assertThatExceptionOfType(Invalid.class).isThrownBy(() -> say(dana, danas, body));
        }
        say(dana, danas, "x".repeat(2_000));
        assertThat(chat.after(lee, room.call, lees.seat(), 0)).hasSize(2);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> say(lee, danas, "In another name"));
    }

    private void everythingHappens() {
        seats.here(lee, room.call, lees.seat(), new Devices(true, true, true));
        say(dana, danas, "Something confidential");
        hosting.lock(dana, room.call, true);
        hosting.lock(dana, room.call, false);
        hosting.mute(dana, room.call, lees.seat());
        room.enter(room.guest("Omar Haddad"));
        settle(lee, leesPage);
    }

    private void say(Identity who, SeatView seat, String body) {
        chat.say(who, room.call, seat.seat(), body, UUID.randomUUID());
    }

    private void signal(LivePage page, SeatView from, SeatView to, String content) {
        page.send(frame(room.call.toString(), from.seat().toString(), to.seat().toString(), content));
    }

    private static String frame(String call, String from, String to, String content) {
        return "SEND\ndestination:/app/call." + call + ".signal\ncontent-type:application/json\n\n{\"from\":\"" + from
                + "\",\"to\":\"" + to + "\",\"content\":{\"candidates\":[\"" + content + "\"]}}\0";
    }

    private long nudges(LivePage page) {
        return page.frames().stream()
                .filter(frame -> frame.contains("call:" + room.call) && frame.contains("\"seats\""))
                .count();
    }

    private LivePage page(Identity who) {
        LivePage page = pages.open(Objects.requireNonNull(who.person()));
        opened.add(page);
        return page;
    }

    private LivePage page(TestCalls.Guest guest) {
        Browsing browser = new Browsing(pages.port());
        browser.get("/login");
        LivePage page = LivePage.open(pages.port(), browser, "Cookie", guest.cookie());
        opened.add(page);
        page.connect().send(LivePage.SUBSCRIBE);
        settle(guest.identity(), page);
        return page;
    }

    /** Waits until all news that were told before must have come. */
    private void settle(Identity who, LivePage page) {
        String words = "settled-" + UUID.randomUUID();
        await().until(() -> {
            live.tell(Set.of(who.id()), News.of("test", words, Map.of()));
            return page.any(words);
        });
    }
}
