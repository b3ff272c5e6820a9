package org.careroom.live;

import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Set;
import org.careroom.Browsing;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Opens pages for tests: signs in by the form and lets the page connect. */
@Component
public class LivePages {

    private final Environment environment;
    private final Live live;

    LivePages(Environment environment, Live live) {
        this.environment = environment;
        this.live = live;
    }

    public Browsing signIn(Person person) {
        Browsing browser = new Browsing(port());
        browser.signIn(person.email(), Staff.PASSWORD);
        return browser;
    }

    /** A page that has connected and gets its person's news by now. */
    public LivePage open(Person person) {
        return listening(person, LivePage.open(port(), signIn(person)));
    }

    public LivePage listening(Person person, LivePage page) {
        page.connect().send(LivePage.SUBSCRIBE);
        until(person, page, "are you there");
        return page;
    }

    /** Waits until all news that were told before must have come. */
    public void settle(Person person, LivePage page) {
        until(person, page, "settled-" + page.frames().size());
    }

    private void until(Person person, LivePage page, String words) {
        await().until(() -> {
            live.tell(Set.of(person.id()), News.of("test", words, Map.of()));
            return page.any(words);
        });
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
