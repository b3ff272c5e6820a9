package org.careroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people set for themselves, and what they do when they forgot their password. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ProfileTests {

    private static final String NEW = "four words that rhyme";

    @Autowired
    private Staff staff;

    @Autowired
    private ForgottenPasswords forgotten;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Person sam;
    private Browsing browser;

    @BeforeEach
    void signIn() {
        sam = staff.person("Sam Okafor");
        browser = signedIn(Staff.PASSWORD);
    }

    @Test
    void nameLanguageAndTimeZoneHoldFromTheNextPageOn() {
        browser.post("/profile", "name", "Samira Okafor", "language", "de", "zone", "Europe/Berlin");
        assertThat(browser.get("/profile").body())
                .contains("lang=\"de\"")
                .contains("data-zone=\"Europe/Berlin\"")
                .contains("Samira Okafor");
    }

    @Test
    void whatIsNotOfferedIsRefused() {
        HttpResponse<String> answer = browser.post("/profile", "name", "Sam", "language", "xx", "zone", "UTC");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"language-error\">Choose one of the list");
        assertThat(browser.post("/profile", "name", "Sam", "language", "en", "zone", "Moon/Base")
                        .body())
                .contains("id=\"zone-error\">Choose one of the list");
        assertThat(browser.post("/profile", "name", " \u200B ", "language", "en", "zone", "UTC")
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.post("/profile", "name", "Sam", "language", "en", "zone", "Moon/Base")
                        .statusCode())
                .isEqualTo(400);
        assertThat(staff.again(sam)).isEqualTo(sam);
    }

    @Test
    void aNewPasswordEndsAllOtherSignInsAndNeedsTheOldOne() {
        Browsing elsewhere = signedIn(Staff.PASSWORD);
        assertThat(browser.post("/profile/password", "current", "wrong", "password", NEW)
                        .body())
                .contains("That is not your password");
        assertThat(browser.post("/profile/password", "current", Staff.PASSWORD, "password", "short")
                        .body())
                .contains("too short");
        assertThat(Browsing.location(browser.post("/profile/password", "current", Staff.PASSWORD, "password", NEW)))
                .isEqualTo("/profile?password-changed");
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/profile").statusCode()).isEqualTo(302);
        assertThat(new Browsing(port).signIn(sam.email(), Staff.PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(new Browsing(port).signIn(sam.email(), NEW).statusCode()).isEqualTo(302);
    }

    @Test
    void aForgottenPasswordIsSetByALinkOnceWithinAnHour() {
        String link = path(forgotten.link(sam.id()));
        String newer = path(forgotten.link(sam.id()));
        Browsing stranger = new Browsing(port);
        assertThat(stranger.get(link).statusCode()).isEqualTo(404);
        assertThat(stranger.get(newer).statusCode()).isEqualTo(200);
        assertThat(stranger.post(newer, "password", "Sam Okafor Sam Okafor").statusCode())
                .isEqualTo(400);
        assertThat(Browsing.location(stranger.post(newer, "password", NEW))).isEqualTo("/login?password-set");
        assertThat(stranger.post(newer, "password", NEW + "!").statusCode()).isEqualTo(404);
        assertThat(browser.get("/profile").statusCode()).isEqualTo(302);
        assertThat(stranger.signIn(sam.email(), NEW).statusCode()).isEqualTo(302);
    }

    @Test
    void anExpiredLinkForAPasswordLeadsNowhere() {
        String link = path(forgotten.link(sam.id()));
        jdbc.sql("update password_link set expires_at = expires_at - interval '61 minutes' where account_id = :id")
                .param("id", sam.id().value())
                .update();
        HttpResponse<String> expired = new Browsing(port).get(link);
        assertThat(expired.statusCode()).isEqualTo(404);
        assertThat(expired.body()).contains("This link is not open").contains("href=\"/password/forgotten\"");
        HttpResponse<String> madeUp = new Browsing(port).get("/password/made-up");
        assertThat(madeUp.statusCode()).isEqualTo(404);
        assertThat(withoutToken(madeUp)).isEqualTo(withoutToken(expired));
    }

    private Browsing signedIn(String password) {
        Browsing signedIn = new Browsing(port);
        signedIn.signIn(sam.email(), password);
        return signedIn;
    }

    private static String withoutToken(HttpResponse<String> page) {
        return page.body().replaceAll("content=\"[A-Za-z0-9_-]{40,}\"", "");
    }

    private static String path(String link) {
        return link.replaceFirst("^http://[^/]+", "");
    }
}
