package org.careroom.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Redirects name neither scheme nor host: a proxy that ends TLS asks by http, whatever people use. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class RedirectTests {

    @Autowired
    private Staff staff;

    @LocalServerPort
    private int port;

    @Test
    void everyRedirectIsRelative() {
        Browsing browser = new Browsing(port);
        String email = staff.person("Sam Okafor").email();
        assertThat(Browsing.location(browser.get("/profile?saved"))).isEqualTo("/login");
        browser.get("/login");
        assertThat(Browsing.location(browser.post("/login", "username", email, "password", Staff.PASSWORD)))
                .startsWith("/profile?saved");
        browser.get("/profile?saved");
        assertThat(Browsing.location(browser.get("/"))).isEqualTo("/waiting");
        assertThat(Browsing.location(browser.post("/profile", "name", "Sam", "language", "en", "zone", "UTC")))
                .isEqualTo("/profile?saved");
        assertThat(Browsing.location(browser.post("/logout"))).isEqualTo("/login?signed-out");
    }

    @ParameterizedTest
    @CsvSource({
        "http://care.example.org/rooms?q=a://b, /rooms?q=a://b",
        "http://localhost:8080/, /",
        "/rooms, /rooms",
        "http://care.example.org, /",
        "http://care.example.org//evil.example, /",
        "//evil.example, /",
        "'/\\evil.example', /",
        "javascript:alert(1), /",
    })
    void onlyAPathIsReturnedTo(String remembered, String path) {
        assertThat(PagesToReturnTo.path(remembered)).isEqualTo(path);
    }

    /** Browsers take tabs and line ends out of an address before they read it (WHATWG URL, 4.4). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/\t/evil.example",
                "/\r/evil.example",
                "/\n/evil.example",
                "/\t\\evil.example",
                "/\u0000/evil.example",
                "/rooms\t",
                "/r\u00f6\u00f6ms",
                "/rooms?q=a b"
            })
    void noLetterThatAnAddressMayNotHoldIsReturnedTo(String remembered) {
        assertThat(PagesToReturnTo.path(remembered)).isEqualTo("/");
        assertThat(PagesToReturnTo.path("http://care.example.org" + remembered)).isEqualTo("/");
    }

    @Test
    void aCookieLeadsToNoOtherSite() {
        String elsewhere =
                Base64.getEncoder().encodeToString("https://evil.example/rooms".getBytes(StandardCharsets.UTF_8));
        Browsing browser = new Browsing(port);
        browser.get("/login");
        String cookies = browser.cookies() + "; REDIRECT_URI=" + elsewhere;
        String form = "_csrf=" + browser.token() + "&password=" + Staff.PASSWORD + "&username="
                + staff.person("Sam Okafor").email();
        HttpResponse<String> answer = browser.raw(
                "POST",
                "/login",
                form,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Cookie",
                cookies,
                "Accept",
                "text/html");
        assertThat(Browsing.location(answer)).isEqualTo("/");
    }
}
