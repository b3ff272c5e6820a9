package org.careroom.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careroom.AtOnce;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Who may open a live connection (interface: Live). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class HandshakeTests {

    @Autowired
    private Staff staff;

    @Autowired
    private LivePages pages;

    @Value("${careroom.public-url}")
    private String publicUrl;

    @Autowired
    private Connections connections;

    private Person sam;
    private Browsing browser;

    @BeforeEach
    void signIn() {
        sam = staff.person("Sam Okafor");
        browser = pages.signIn(sam);
    }

    @Test
    void aStrangerMayNot() {
        Browsing stranger = new Browsing(pages.port());
        stranger.get("/login");
        assertThat(LivePage.handshake(pages.port(), stranger)).isEqualTo(401);
    }

    @Test
    void whoHasSignedOutMayNot() {
        String cookies = browser.cookies();
        browser.post("/logout");
        assertThat(LivePage.handshake(pages.port(), new Browsing(pages.port()), "Cookie", cookies))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost.evil.example",
                "http://localhost:1",
                "https://localhost",
                "null",
                "file://",
                "no address"
            })
    void aForeignOriginMayNot(String origin) {
        assertThat(LivePage.handshake(pages.port(), browser, "Origin", origin)).isEqualTo(403);
    }

    @Test
    void ourOwnPagesMayByTheirAddressOrByThePublicOne() {
        assertThat(LivePage.handshake(pages.port(), browser, "Origin", "http://localhost:" + pages.port()))
                .isEqualTo(101);
        assertThat(publicUrl).isNotEqualTo("http://localhost:" + pages.port());
        assertThat(LivePage.handshake(pages.port(), browser, "Origin", publicUrl))
                .isEqualTo(101);
    }

    @Test
    void aScriptWithoutAnOriginMay() {
        assertThat(LivePage.handshake(pages.port(), browser)).isEqualTo(101);
    }

    @Test
    void nothingIsCompressed() throws Exception {
        try (SilentPage page = new SilentPage(pages.port(), browser.cookies())) {
            assertThat(page.answer()).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("permessage-deflate");
        }
    }

    @Test
    void onePersonHoldsOnlySoManyPagesOpenInAllTheirBrowsersTogether() {
        Browsing another = pages.signIn(sam);
        List<LivePage> open = new ArrayList<>();
        try {
            for (int page = 0; page < Connections.MOST_OF_ONE_PERSON; page++) {
                open.add(LivePage.open(pages.port(), page % 2 == 0 ? browser : another));
            }
            await().until(() -> !connections.hasRoomFor(sam.id()));
            assertThat(LivePage.handshake(pages.port(), browser)).isEqualTo(429);
            assertThat(LivePage.handshake(pages.port(), pages.signIn(sam))).isEqualTo(429);
            assertThat(LivePage.handshake(pages.port(), pages.signIn(staff.person("Lee Tran"))))
                    .isEqualTo(101);
            open.get(0).close();
            await().untilAsserted(() ->
                    assertThat(LivePage.handshake(pages.port(), browser)).isEqualTo(101));
        } finally {
            open.forEach(LivePage::close);
        }
    }

    @Test
    void ofPagesThatComeAtOnceNoMoreStay() throws Exception {
        int tooMany = Connections.MOST_OF_ONE_PERSON + 20;
        List<LivePage> open = new CopyOnWriteArrayList<>();
        Runnable page = () -> open.add(LivePage.open(pages.port(), browser));
        try {
            List<Throwable> refused =
                    AtOnce.run(Collections.nCopies(tooMany, page).toArray(Runnable[]::new));
            assertThat(refused).allSatisfy(answer -> assertThat(answer).hasStackTraceContaining("Handshake"));
            await().untilAsserted(() ->
                    assertThat(open.stream().filter(LivePage::isOpen)).hasSize(Connections.MOST_OF_ONE_PERSON));
            assertThat(connections.of(sam.id())).hasSize(Connections.MOST_OF_ONE_PERSON);
        } finally {
            open.forEach(LivePage::close);
        }
    }
}
