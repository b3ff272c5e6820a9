package org.careroom.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The idle log-off as an open page does it, by a clock that is put forward (product 1). */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class IdleBrowserTests {

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Person sam;
    private Page page;

    @BeforeEach
    void openThePage() {
        Browsers.pardon("WebSocket connection"); // its heartbeats miss the time that is leapt over
        sam = staff.person("Sam Okafor");
        page = Browsers.newPage("http://localhost:" + port);
        page.clock().install();
        page.navigate("/login");
        page.getByLabel("Email").fill(sam.email());
        page.getByLabel("Password").fill(Staff.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL("**/waiting");
        page.navigate("/profile");
    }

    @Test
    void aGestureSoonAfterAnotherIsToldWithoutWaitingForAThird() {
        page.clock().runFor(30_000);
        page.keyboard().press("Shift");
        page.waitForRequest("**/gesture", () -> page.clock().runFor(40_000));
    }

    @Test
    void thePageWarnsTwoMinutesBeforeAndSignsOffAfterThirty() {
        Browsers.pardon("401");
        String typed = "careroom.draft." + sam.id() + ".of-a-room";
        page.evaluate("key => localStorage.setItem(key, 'Typed and not sent')", typed);
        Locator warning = page.locator("#idle-warning");
        Locator signIn = page.locator("#sign-in-again");
        page.clock().fastForward("27:50");
        assertThat(warning).isHidden();
        page.clock().runFor(20_000);
        assertThat(warning).isVisible();
        page.clock().runFor(90_000);
        assertThat(signIn).isHidden();
        page.waitForResponse("**/logout", () -> page.clock().runFor(40_000));
        assertThat(signIn).isVisible();
        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = ?")
                        .param(sam.id().toString())
                        .query(Long.class)
                        .single())
                .isZero();
        signIn.getByLabel("Password").fill(Staff.PASSWORD);
        signIn.getByLabel("Password").press("Enter");
        assertThat(signIn).isHidden();
        assertThat(page.evaluate("key => localStorage.getItem(key)", typed)).isEqualTo("Typed and not sent");
    }
}
