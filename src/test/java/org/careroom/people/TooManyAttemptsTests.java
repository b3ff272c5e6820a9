package org.careroom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.http.HttpResponse;
import java.util.List;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Whoever tries too often is told when to try again, on the form that still holds what they typed; whoever asks for a link
 * within the limit learns nothing else.
 */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class TooManyAttemptsTests {

    @Autowired
    private Staff staff;

    @Autowired
    private MockMvc mvc;

    @LocalServerPort
    private int port;

    private Cookie[] cookies = {};
    private String token = "";

    /** The token of a page: the one that Spring's tests make would stay in the application that all tests share. */
    @BeforeEach
    void openAPage() throws Exception {
        MockHttpServletResponse page = mvc.perform(get("/login")).andReturn().getResponse();
        cookies = page.getCookies();
        token = page.getContentAsString().replaceFirst("(?s).*name=\"csrf\" content=\"([^\"]+)\".*", "$1");
    }

    @Test
    void aStrangerWhoKnowsAnAddressDoesNotLockItsOwnerOut() throws Exception {
        String email = staff.person("Sam Okafor").email();
        for (int attempt = 0; attempt < 10; attempt++) {
            mvc.perform(signIn("192.0.2.12", email, "guessed")).andExpect(status().isUnauthorized());
        }
        mvc.perform(signIn("192.0.2.12", email, Staff.PASSWORD)).andExpect(status().isTooManyRequests());
        mvc.perform(signIn("192.0.2.13", email, Staff.PASSWORD)).andExpect(status().isFound());
    }

    @Test
    void askingToJoinKeepsWhatWasTyped() throws Exception {
        for (int attempt = 0; attempt < 60; attempt++) {
            mvc.perform(signUp("nonsense")).andExpect(status().isBadRequest());
        }
        mvc.perform(signUp("pat@example.org"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().string(Matchers.containsString("Too many attempts")))
                .andExpect(content().string(Matchers.containsString("value=\"Pat Morgan\"")))
                .andExpect(content().string(Matchers.containsString("value=\"pat@example.org\"")))
                .andExpect(content().string(Matchers.containsString("value=\"RIVERSIDE\"")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("secret words"))));
    }

    @Test
    void askingForALinkKeepsTheAddress() throws Exception {
        for (int attempt = 0; attempt < 30; attempt++) {
            mvc.perform(forgotten("192.0.2.11", "sam@example.org")).andExpect(status().isFound());
        }
        mvc.perform(forgotten("192.0.2.11", "sam@example.org"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().string(Matchers.containsString("value=\"sam@example.org\"")));
    }

    @Test
    void askingForALinkTellsNobodyWhoHasAnAccount() throws Exception {
        for (String email : List.of(staff.person("Sam Okafor").email(), "nobody@example.org")) {
            mvc.perform(forgotten("192.0.2.14", email)).andExpect(redirectedUrl("/password/forgotten?asked"));
        }
    }

    @Test
    void guessingTheOldPasswordStaysOnTheProfile() {
        Browsing browser = new Browsing(port);
        browser.signIn(staff.person("Sam Okafor").email(), Staff.PASSWORD);
        String[] guess = {"current", "guessed", "password", "four words that rhyme"};
        for (int attempt = 0; attempt < 10; attempt++) {
            browser.post("/profile/password", guess);
        }
        HttpResponse<String> answer = browser.post("/profile/password", guess);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body())
                .contains("Too many attempts")
                .contains("value=\"Sam Okafor\"")
                .doesNotContain("four words that rhyme");
    }

    private MockHttpServletRequestBuilder signIn(String address, String email, String password) {
        return from(address, post("/login")).param("username", email).param("password", password);
    }

    private MockHttpServletRequestBuilder signUp(String email) {
        return from("192.0.2.10", post("/signup"))
                .param("name", "Pat Morgan")
                .param("email", email)
                .param("password", "secret words")
                .param("code", "RIVERSIDE");
    }

    private MockHttpServletRequestBuilder forgotten(String address, String email) {
        return from(address, post("/password/forgotten")).param("email", email);
    }

    /** An address of their own, so that other tests may still try. */
    private MockHttpServletRequestBuilder from(String address, MockHttpServletRequestBuilder request) {
        return request.cookie(cookies).param("_csrf", token).with(asked -> {
            asked.setRemoteAddr(address);
            return asked;
        });
    }
}
