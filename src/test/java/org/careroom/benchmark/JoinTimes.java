package org.careroom.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.careroom.Browsers;

/**
 * From the moment that a clinician presses Join until they see the patient's first decoded frame, in real browsers with test
 * pictures as cameras, one call after the other on an idle machine that server, database and both browsers share.
 */
final class JoinTimes {

    static final int CALLS = 20;

    private static final int WARM_UP = 4;
    /** Runs in each page before its own scripts: notes when the first frame of somebody else was shown. */
    private static final String NOTE = """
            (() => {
              const look = () => {
                const video = [...document.querySelectorAll('video[aria-label]')].find(one =>
                  one.getAttribute('aria-label').endsWith('Bench') && !one.noted);
                if (video) {
                  video.noted = true;
                  video.requestVideoFrameCallback(() => { window.firstFrameAt ??= Date.now(); });
                }
                requestAnimationFrame(look);
              };
              requestAnimationFrame(look);
            })()""";

    private JoinTimes() {}

    static Latencies measure(Application application) {
        String base = "http://localhost:" + application.address().getPort();
        Browser browser = Browsers.browser();
        Page clinician = page(browser, base);
        clinician.navigate("/login");
        clinician.getByLabel("Email").fill("provider@riverside.example");
        clinician.getByLabel("Password").fill(LoadSet.PASSWORD);
        clinician
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        clinician.waitForURL("**/rooms**");
        List<Long> took = new ArrayList<>();
        for (int call = 0; call < WARM_UP + CALLS; call++) {
            long millis = once(browser, base, clinician, "Patient" + call);
            if (call >= WARM_UP) {
                took.add(millis * 1_000_000);
            }
        }
        return Latencies.of(took.stream().mapToLong(Long::longValue));
    }

    private static long once(Browser browser, String base, Page clinician, String name) {
        Page patient = page(browser, base);
        patient.navigate("/w/riverside-telehealth");
        press(patient, "Start video call");
        press(patient, "Continue");
        patient.getByLabel("First name").fill(name);
        patient.getByLabel("Last name").fill("Bench");
        patient.getByLabel("Phone").fill("555 0100");
        patient.getByLabel("I have read this and agree").check();
        press(patient, "Enter waiting area");
        patient.locator("html[data-live=connected]").waitFor();
        clinician.navigate("/clinics/riverside-telehealth/waiting-area");
        Locator join = clinician
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(name + " Bench"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Join"));
        join.waitFor();
        long begun = System.currentTimeMillis();
        join.click();
        clinician.waitForURL("**/calls/**");
        clinician.waitForFunction("() => window.firstFrameAt");
        long first = ((Number) clinician.evaluate("() => window.firstFrameAt")).longValue();
        press(clinician, "Leave or end");
        press(clinician, "End call");
        clinician.getByText("This call has ended").waitFor();
        patient.context().close();
        return first - begun;
    }

    private static Page page(Browser browser, String base) {
        Page page = browser.newContext(new Browser.NewContextOptions().setBaseURL(base))
                .newPage();
        page.addInitScript(NOTE);
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
