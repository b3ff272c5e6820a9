package org.careroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
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

    private Browsing browser;

    @BeforeEach
    void signIn() {
        browser = pages.signIn(staff.person("Sam Okafor"));
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
}
