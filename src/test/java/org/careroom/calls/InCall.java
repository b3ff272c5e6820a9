package org.careroom.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Objects;
import org.careroom.Browsers;
import org.careroom.Visitor;
import org.careroom.people.Identity;

/** Somebody with a browser of their own on the page of a call, and what they see and do there. */
public final class InCall {

    private static final double PATIENCE_MILLISECONDS = 60_000;

    private final Page page;
    private final String name;

    private InCall(Page page, String name) {
        this.page = page;
        this.name = name;
    }

    /** Somebody whose page has come to the call by itself. */
    public static InCall on(Page page, String name) {
        return new InCall(page, name);
    }

    /** A signed-in host opens the call's page. */
    static InCall host(int port, TestCalls.Room room, String name) {
        return host(room, name, Visitor.options(port));
    }

    static InCall host(TestCalls.Room room, String name, Browser.NewContextOptions options) {
        return host(room, name, room.host(name), options);
    }

    /** A host whose page runs a script first, as with a browser that has no camera. */
    static InCall host(TestCalls.Room room, String name, Browser.NewContextOptions options, String script) {
        Identity host = room.host(name);
        Page page =
                Visitor.signedIn(Objects.requireNonNull(host.person()), options).page();
        page.addInitScript(script);
        return new InCall(page, name).open(room);
    }

    /** Somebody known signs in at a browser of their own. */
    static InCall host(int port, TestCalls.Room room, String name, Identity host) {
        return host(room, name, host, Visitor.options(port));
    }

    private static InCall host(TestCalls.Room room, String name, Identity host, Browser.NewContextOptions options) {
        return new InCall(
                        Visitor.signedIn(Objects.requireNonNull(host.person()), options)
                                .page(),
                        name)
                .open(room);
    }

    /** A guest, whose browser has the cookie already, opens the call's page. */
    static InCall guest(int port, TestCalls.Room room, String name, TestCalls.Guest guest) {
        Page page = Browsers.newPage(Visitor.options(port));
        page.context()
                .addCookies(List.of(
                        new Cookie(guest.cookieName(), guest.issued().token()).setUrl("http://localhost:" + port)));
        page.navigate("/calls/" + room.call + "?as=" + guest.identity().id());
        return new InCall(page, name);
    }

    /** Another page of the same browser opens the call. */
    InCall inAnotherTab(TestCalls.Room room) {
        return new InCall(page.context().newPage(), name).open(room);
    }

    /** A host signs in at a small screen, and does not open the call yet. */
    static InCall ready(int port, TestCalls.Room room, String name) {
        Identity host = room.host(name);
        Browser.NewContextOptions small = Visitor.options(port).setViewportSize(480, 360);
        return new InCall(
                Visitor.signedIn(Objects.requireNonNull(host.person()), small).page(), name);
    }

    InCall open(TestCalls.Room room) {
        page.navigate("/calls/" + room.call, new Page.NavigateOptions().setTimeout(PATIENCE_MILLISECONDS));
        return this;
    }

    public Page page() {
        return page;
    }

    String name() {
        return name;
    }

    public InCall seated() {
        return in("seated");
    }

    /** Waits until the page is in this state. */
    public InCall in(String state) {
        assertThat(page.locator("careroom-call"))
                .hasAttribute(
                        "data-state",
                        state,
                        new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLISECONDS));
        return this;
    }

    public Locator video(String of) {
        return page.locator("video[aria-label='" + of + "']");
    }

    public Locator button(String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    public void press(String label) {
        button(label).click();
    }

    /** Waits until so many more frames of each of these people have been decoded and shown. */
    public InCall seesFramesOf(List<String> people, int frames) {
        page.waitForFunction(
                """
                ([people, more]) => people.every(name => {
                  const video = document.querySelector(`video[aria-label="${name}"]`);
                  const shown = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
                  if (!video) return false;
                  video.shownBefore = Math.min(video.shownBefore ?? shown, shown); // a new stream counts anew
                  return shown >= video.shownBefore + more && video.videoWidth > 0;
                })""", List.of(people, frames), new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLISECONDS));
        page.evaluate("() => document.querySelectorAll('video').forEach(video => { delete video.shownBefore; })");
        people.forEach(name -> assertThat(video(name)).isVisible());
        return this;
    }

    public InCall seesFramesOf(String of, int frames) {
        return seesFramesOf(List.of(of), frames);
    }

    InCall seesFramesOf(InCall other) {
        return seesFramesOf(other.name, 10);
    }

    /** How wide the picture of this person is that comes in, in pixels. */
    int width(String of) {
        return (int) video(of).evaluate("video => video.videoWidth");
    }

    /** Writes something in the chat, which is opened if need be. */
    void say(String text) {
        if (!"true".equals(button("Chat").getAttribute("aria-expanded"))) {
            press("Chat");
        }
        Locator field = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Chat message"));
        field.fill(text);
        field.press("Enter");
    }

    Locator chat() {
        return page.locator("[role=log][aria-label='Chat messages']");
    }
}
