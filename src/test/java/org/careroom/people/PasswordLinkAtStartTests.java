package org.careroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever may restart Careroom gets a link for an account that nobody else can help. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class PasswordLinkAtStartTests {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(PasswordLinkAtStart.class);

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private ForgottenPasswords passwords;

    @LocalServerPort
    private int port;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        LOG.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        LOG.detachAppender(logged);
    }

    @Test
    void theStartLogsALinkForTheAccountThatWasAskedFor() {
        Person olga = staff.operator("Olga Operator");
        new PasswordLinkAtStart(people, passwords, olga.email()).tellLink();
        String link = logged.list.get(0).getFormattedMessage().replaceFirst(".*(/password/)", "$1");
        Browsing browser = new Browsing(port);
        assertThat(browser.get(link).statusCode()).isEqualTo(200);
        browser.post(link, "password", "four words that rhyme");
        assertThat(browser.signIn(olga.email(), "four words that rhyme").statusCode())
                .isEqualTo(302);
    }

    @Test
    void itLogsNoneUnlessAskedForAnAccountThatIsThere() {
        new PasswordLinkAtStart(people, passwords, "").tellLink();
        new PasswordLinkAtStart(people, passwords, "nobody@example.org").tellLink();
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(text -> text.contains("/password/"));
    }
}
