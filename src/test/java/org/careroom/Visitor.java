package org.careroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;

/** A person who sits at a browser of their own, and what they do there, found by what they see. */
public final class Visitor {

    private final Person person;
    private final Page page;

    private Visitor(Person person, Page page) {
        this.person = person;
        this.page = page;
    }

    /** Signs in at a wide screen. */
    public static Visitor signedIn(int port, Person person) {
        return signedIn(person, options(port));
    }

    /** Signs in on a phone of the smallest width that we promise. */
    public static Visitor onPhone(int port, Person person) {
        return signedIn(person, options(port).setViewportSize(360, 740).setHasTouch(true));
    }

    /** Signs in at a browser that is set up in any other way. */
    public static Visitor signedIn(Person person, Browser.NewContextOptions options) {
        Visitor visitor = new Visitor(person, Browsers.newPage(options));
        visitor.page.navigate("/login");
        visitor.page.getByLabel("Email").fill(person.email());
        visitor.page.getByLabel("Password").fill(Staff.PASSWORD);
        visitor.button("Sign in").click();
        assertThat(visitor.page).hasURL(Pattern.compile(person.isStaff() ? "/rooms" : "/chat"));
        return visitor;
    }

    public static Browser.NewContextOptions options(int port) {
        return new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(1280, 800)
                .setColorScheme(ColorScheme.LIGHT);
    }

    /** Another tab of the same browser, at the list of rooms. */
    public Visitor inAnotherTab() {
        Visitor other = new Visitor(person, page.context().newPage());
        other.page.navigate("/rooms");
        return other;
    }

    public Page page() {
        return page;
    }

    public Person person() {
        return person;
    }

    /** Opens a room by its address, and waits until its news come. */
    public Visitor open(RoomId room) {
        page.navigate("/rooms/" + room);
        return connected();
    }

    /** Waits until news come. */
    public Visitor connected() {
        page.locator("html[data-live=connected]").waitFor();
        return this;
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    public Locator region(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator log() {
        return page.getByRole(AriaRole.LOG, new Page.GetByRoleOptions().setName("Messages"));
    }

    /** Where one writes. */
    public Locator text() {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message").setExact(true));
    }

    public Locator messages() {
        return log().locator("article");
    }

    /** The message with this text in it. */
    public Locator message(String text) {
        return messages().filter(new Locator.FilterOptions().setHasText(text));
    }

    /** The row of a room in the list of rooms. */
    public Locator row(String name) {
        return page.locator("careroom-rooms a").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** How many unread rooms the left column tells of. */
    public Locator unreadRooms() {
        return page.locator("[data-module-entry=rooms] [data-count]");
    }

    /** Writes a message and sends it by the Enter key. */
    public void say(String text) {
        text().fill(text);
        text().press("Enter");
    }

    /** Chooses from the menu of a message. */
    public void choose(String action, String message) {
        message(message).hover();
        message(message)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Actions for")))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action))
                .click();
    }

    public void openDetails() {
        button("Room details").click();
        assertThat(page.locator("#details")).isVisible();
    }
}
