package org.careroom.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.people.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connections end with the sign-in that opened them, and when nobody is at the other end (interface: Live). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ConnectionWatchTests {

    private static final int POLICY_VIOLATION = 1008;

    @Autowired
    private Staff staff;

    @Autowired
    private LivePages pages;

    @Autowired
    private Live live;

    @Autowired
    private Sessions sessions;

    @Autowired
    private JdbcClient jdbc;

    private Person sam;
    private Browsing browser;

    @BeforeEach
    void signIn() {
        sam = staff.person("Sam Okafor");
        browser = pages.signIn(sam);
    }

    @Test
    void signingOutEndsAllPagesOfThisSignInAtOnceAndNoOthers() throws Exception {
        try (LivePage page = open();
                LivePage second = open();
                LivePage elsewhere = pages.open(sam)) {
            browser.post("/logout");
            assertThat(page.closed(Duration.ofSeconds(2))).isEqualTo(POLICY_VIOLATION);
            assertThat(second.closed(Duration.ofSeconds(2))).isEqualTo(POLICY_VIOLATION);
            pages.settle(sam, elsewhere);
        }
    }

    @Test
    void aPasswordChangeEndsThemAtOnce() throws Exception {
        try (LivePage page = open()) {
            sessions.endAll(sam.id());
            assertThat(page.closed(Duration.ofSeconds(2))).isEqualTo(POLICY_VIOLATION);
        }
    }

    @Test
    void anIdleSignInEndsThemSoonThoughThePageIsLeftOpen() throws Exception {
        try (LivePage page = open()) {
            jdbc.sql("update spring_session set expiry_time = 1 where principal_name = ?")
                    .param(sam.id().toString())
                    .update();
            assertThat(page.closed(Duration.ofSeconds(15))).isEqualTo(POLICY_VIOLATION);
            await().until(() -> live.online(Set.of(sam.id())).isEmpty());
        }
    }

    @Test
    void heartbeatsGoBothWaysAndWhoHasNoneIsGone() throws Exception {
        try (LivePage silent = LivePage.open(pages.port(), browser);
                LivePage asleep = LivePage.open(pages.port(), browser).connect("heart-beat:10000,10000");
                LivePage awake = LivePage.open(pages.port(), browser).connect("heart-beat:10000,10000")) {
            assertThat(awake.frames()).first().asString().contains("heart-beat:10000,10000");
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(5))
                    .until(() -> {
                        awake.send("\n");
                        return !asleep.isOpen();
                    });
            assertThat(silent.isOpen()).isFalse();
            assertThat(awake.isOpen()).isTrue();
            assertThat(awake.frames()).filteredOn("\n"::equals).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    private LivePage open() {
        return pages.listening(sam, LivePage.open(pages.port(), browser));
    }
}
