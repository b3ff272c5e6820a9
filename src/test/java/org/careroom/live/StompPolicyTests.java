package org.careroom.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the live connection refuses gets an ERROR frame and is closed (STOMP 1.2: ERROR), and nobody else notices. */
@CareroomTest
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init")
class StompPolicyTests {

    private static final String BODY = "{\"room\":null}";

    @Autowired
    private Staff staff;

    @Autowired
    private LivePages pages;

    private Person sam;
    private Browsing browser;
    private LivePage bystander;

    @BeforeEach
    void twoPages() {
        sam = staff.person("Sam Okafor");
        browser = pages.signIn(sam);
        bystander = pages.listening(sam, open());
    }

    @AfterEach
    void nobodyElseNoticed() {
        assertThat(bystander.isOpen()).isTrue();
        pages.settle(sam, bystander);
        bystander.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUBSCRIBE\nid:1\ndestination:/user/queue/*\n\n\0",
                "SUBSCRIBE\nid:1\ndestination:/user/**\n\n\0",
                "SUBSCRIBE\nid:1\ndestination:/queue/live-user00000000\n\n\0",
                "SUBSCRIBE\nid:1\ndestination:/queue/**\n\n\0",
                "SUBSCRIBE\nid:1\ndestination:/user/00000000-0000-7000-8000-000000000000/queue/live\n\n\0",
                "SUBSCRIBE\nid:1\ndestination:/topic/rooms\n\n\0",
                "SUBSCRIBE\nid:1\ndestination:/app/presence\n\n\0",
                "SUBSCRIBE\nid:1\n\n\0",
                "SUBSCRIBE\ndestination:/user/queue/live\n\n\0",
                "SEND\ndestination:/queue/live\n\nhello\0",
                "SEND\ndestination:/user/queue/live\n\nhello\0",
                "SEND\ndestination:/user/00000000-0000-7000-8000-000000000000/queue/live\n\nhello\0",
                "SEND\ndestination:/app/room.*.typing\n\n{}\0",
                "SEND\ndestination:/app/presence/x\n\n{}\0",
                "SEND\n\nhello\0",
                "SEND\ndestination:/app/presence\ncontent-type:application/json\n\nno json\0",
                "SEND\ndestination:/app/presence\ncontent-type:application/json\n\n{\"room\":[[1]]}\0",
                "SEND\ndestination:/app/presence\ncontent-type:application/json\n\n{\"room\":\"of nobody\"}\0",
                "MESSAGE\ndestination:/user/queue/live\n\nhello\0",
                "ERROR\n\n\0",
                "ACK\nid:1\n\n\0",
                "BEGIN\ntransaction:1\n\n\0",
                "UNSUBSCRIBE\nid:of-nobody\n\n\0",
                "NONSENSE\n\n\0",
                "send\ndestination:/app/presence\n\n{}\0",
                "SEND\nno colon here\n\n\0",
                "SEND\ndestination:/app/presence\\x\n\n\0",
                "SEND\ndestination:/app/presence\ncontent-length:-5\n\nhello\0"
            })
    void whatAPageMayNotSendEndsItsConnection(String frame) throws Exception {
        try (LivePage page = open().connect()) {
            page.send(frame);
            assertRefused(page);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LivePage.SUBSCRIBE,
                "SEND\ndestination:/app/presence\ncontent-type:application/json\n\n" + BODY + "\0",
                "CONNECT\naccept-version:1.2\nhost:localhost\n\n\0",
                "CONNECT\naccept-version:1.2\nhost:localhost\nX-CSRF-TOKEN:\n\n\0",
                "STOMP\naccept-version:1.2\nhost:localhost\nX-CSRF-TOKEN:wrong\n\n\0",
                "CONNECT\naccept-version:1.2\nhost:localhost\nX-CSRF-TOKEN:AAAAAAAAAAAAAAAA\n\n\0"
            })
    void beforeConnectWithTheTokenThereIsNothing(String frame) throws Exception {
        try (LivePage page = open()) {
            page.send(frame);
            assertRefused(page);
        }
    }

    @Test
    void theTokenOfAnotherBrowserIsWrong() throws Exception {
        String token = pages.signIn(staff.person("Lee Tran")).token();
        try (LivePage page = open()) {
            page.send("CONNECT\naccept-version:1.2\nhost:localhost\nX-CSRF-TOKEN:" + token + "\n\n\0");
            assertRefused(page);
        }
    }

    @Test
    void onlyTheFirstConnectCounts() throws Exception {
        try (LivePage page = open().connect()) {
            page.send("CONNECT\naccept-version:1.2\nhost:localhost\nX-CSRF-TOKEN:" + browser.token() + "\n\n\0");
            assertRefused(page);
        }
    }

    @Test
    void oneSubscriptionIsEnough() throws Exception {
        try (LivePage page = open().connect()) {
            page.send(LivePage.SUBSCRIBE).send(LivePage.SUBSCRIBE.replace("sub-0", "sub-1"));
            assertRefused(page);
        }
        try (LivePage page = open().connect()) {
            page.send(LivePage.SUBSCRIBE).send("UNSUBSCRIBE\nid:sub-0\n\n\0").send(LivePage.SUBSCRIBE);
            pages.settle(sam, page);
            assertThat(page.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 70_000, 1_000_000})
    void anOversizedFrameIsRefused(int size) throws Exception {
        try (LivePage page = open().connect()) {
            page.send("SEND\ndestination:/app/presence\n\n" + "x".repeat(size) + "\0");
            assertRefused(page);
        }
    }

    @Test
    void tooManyFramesAreRefused() throws Exception {
        try (LivePage page = open().connect()) {
            page.send(("SEND\ndestination:/app/presence\ncontent-type:application/json\n\n" + BODY + "\0").repeat(60));
            assertRefused(page);
        }
        try (LivePage page = open().connect()) {
            for (int heartbeat = 0; heartbeat < 100 && page.isOpen(); heartbeat++) {
                page.send("\n");
            }
            assertRefused(page);
        }
    }

    @Test
    void whatAPageMaySendItMaySendInPieces() {
        String frame = "SEND\ndestination:/app/presence\ncontent-type:application/json\n\n" + BODY + "\0";
        try (LivePage page = open().connect()) {
            page.send(LivePage.SUBSCRIBE).send(frame.substring(0, 20)).send(frame.substring(20));
            page.send("SEND\ndestination:/app/room.00000000-0000-7000-8000-000000000000.typing\n\n\0");
            pages.settle(sam, page);
            assertThat(page.any("ERROR")).isFalse();
            assertThat(page.isOpen()).isTrue();
        }
    }

    @Test
    void refusalsAreLoggedWithoutTheWordsOfTheFrame(CapturedOutput output) throws Exception {
        for (String frame : new String[] {
            "SEND\ndestination:/app/secret-words\n\nsecret-words\0",
            "secret-words\n\n\0",
            "SEND\nsecret-words\n\n\0",
            "SEND\ndestination:/app/presence\ncontent-type:application/json\n\n{\"room\":secret-words}\0"
        }) {
            try (LivePage page = open().connect()) {
                page.send(frame);
                assertRefused(page);
            }
        }
        assertThat(output).contains("refused").doesNotContain("secret-words");
    }

    private LivePage open() {
        return LivePage.open(pages.port(), browser);
    }

    private static void assertRefused(LivePage page) throws Exception {
        assertThat(page.closed(Duration.ofSeconds(5))).isEqualTo(1002);
        await().untilAsserted(() -> assertThat(page.frames())
                .last()
                .asString()
                .startsWith("ERROR\n")
                .doesNotContain("org."));
    }
}
