package org.careroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in and out, over real HTTP. */
@CareroomTest
class SignInTests {

    @Autowired
    private Staff staff;

    @LocalServerPort
    private int port;

    private Browsing browser = new Browsing(0);

    @BeforeEach
    void open() {
        browser = new Browsing(port);
    }

    @Test
    void aStrangerIsSentToSignInAndBackAfterwards() {
        Person sam = staff.person("Sam Okafor");
        assertThat(Browsing.location(browser.get("/profile"))).isEqualTo("/login");
        HttpResponse<String> answer = browser.signIn(sam.email().toUpperCase(java.util.Locale.ROOT), Staff.PASSWORD);
        assertThat(Browsing.location(answer)).startsWith("/profile");
        assertThat(browser.get("/profile").body()).contains("Sam Okafor");
    }

    @Test
    void aWrongPasswordShowsTheFormWithTheTypedEmail() {
        Person sam = staff.person("Sam Okafor");
        HttpResponse<String> answer = browser.signIn(sam.email(), "not the password");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("value=\"" + sam.email()).contains("do not match an account");
        assertThat(answer.body()).doesNotContain("not the password");
    }

    @Test
    void anUnknownAddressGetsTheSameAnswerAsAWrongPassword() {
        Person sam = staff.person("Sam Okafor");
        String unknown = "nobody." + UUID.randomUUID() + "@example.org";
        String known = browser.signIn(sam.email(), "not the password").body().replace(sam.email(), "");
        String other = browser.signIn(unknown, "not the password").body().replace(unknown, "");
        assertThat(withoutToken(other)).isEqualTo(withoutToken(known));
    }

    @Test
    void tooManyWrongPasswordsAreRefusedForAWhileAlsoWithTheRightOne() {
        Person sam = staff.person("Sam Okafor");
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(browser.signIn(sam.email(), "not the password").statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> answer = browser.signIn(sam.email(), Staff.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(answer.body()).contains("Too many attempts").contains("value=\"" + sam.email());
        assertThat(browser.get("/profile").statusCode()).isEqualTo(302);
    }

    @Test
    void signingOutEndsTheSession() {
        Person sam = staff.person("Sam Okafor");
        browser.signIn(sam.email(), Staff.PASSWORD);
        String session = browser.cookie("careroom");
        assertThat(Browsing.location(browser.post("/logout"))).isEqualTo("/login?signed-out");
        assertThat(browser.get("/profile", "Cookie", "careroom=" + session).statusCode())
                .isEqualTo(302);
    }

    @Test
    void theCookieIsForThisSiteAndNotForScripts() {
        Person sam = staff.person("Sam Okafor");
        String cookie = browser.signIn(sam.email(), Staff.PASSWORD).headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("careroom="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Secure");
    }

    @Test
    void aFetchOfAnExpiredPageGets401AndItsDialogSignsInByAFetch() {
        Person sam = staff.person("Sam Okafor");
        assertThat(browser.get("/profile", "Careroom-Background", "1").statusCode())
                .isEqualTo(401);
        browser.get("/login");
        assertThat(browser.submit("/login", "application/json", "username", sam.email(), "password", "wrong")
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.submit("/login", "application/json", "username", sam.email(), "password", Staff.PASSWORD)
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void theDialogOfAnExpiredPageIsToldWhyInItsLanguage() {
        Person sam = staff.person("Sam Okafor");
        browser.get("/login");
        String[] wrong = {"username", sam.email(), "password", "wrong"};
        HttpResponse<String> answer = browser.submit("/login", "application/json", wrong);
        assertThat(answer.body()).contains("do not match an account");
        for (int attempt = 1; attempt < 10; attempt++) {
            browser.submit("/login", "application/json", wrong);
        }
        HttpResponse<String> tooMany = browser.submit("/login", "application/json", wrong);
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(tooMany.body()).contains("Too many attempts").doesNotContain("do not match");
        assertThat(browser.submitIn("de", "/login", "application/json", wrong).body())
                .contains("Zu viele Versuche");
    }

    @Test
    void withARealDatabaseNobodySignsInAsADemonstrationAccount() {
        Person sam = staff.person("Sam Okafor");
        assertThat(browser.get("/login").body()).doesNotContain("demonstration");
        assertThat(browser.post("/login/demonstration", "email", sam.email()).statusCode())
                .isEqualTo(404);
        assertThat(browser.post("/login/refused").statusCode()).isEqualTo(404);
    }

    private static String withoutToken(String page) {
        return page.replaceAll("(value|content)=\"[A-Za-z0-9_-]{40,}\"", "");
    }
}
