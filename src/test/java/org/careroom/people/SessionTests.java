package org.careroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a session costs and when it ends (product 1: idle log-off; architecture 4: no post pays for it). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class SessionTests {

    private static final Logger STATEMENTS = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);

    @Autowired
    private Staff staff;

    @Autowired
    private Sessions sessions;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final ListAppender<ILoggingEvent> statements = new ListAppender<>();
    private Browsing browser = new Browsing(0);
    private Person sam;

    @BeforeEach
    void signIn() {
        browser = new Browsing(port);
        sam = staff.person("Sam Okafor");
        browser.signIn(sam.email(), Staff.PASSWORD);
        STATEMENTS.setLevel(Level.DEBUG);
        statements.start();
        STATEMENTS.addAppender(statements);
    }

    @AfterEach
    void stopListening() {
        STATEMENTS.detachAppender(statements);
        STATEMENTS.setLevel(null);
    }

    @Test
    void aNormalRequestReadsTheSessionOnceAndWritesNothing() {
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
        assertThat(sessionStatements()).hasSize(1).allMatch(sql -> sql.contains("select s."));
    }

    @Test
    void aGestureAfterAMinuteIsWrittenOnce() {
        lastGesture(Duration.ofMinutes(5));
        assertThat(browser.fetch("/gesture").statusCode()).isEqualTo(204);
        assertThat(sessionStatements())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("executing prepared sql statement [update");
        assertThat(idle()).isLessThan(Duration.ofMinutes(1));
        statements.list.clear();
        browser.fetch("/gesture");
        assertThat(sessionStatements()).hasSize(1);
    }

    @Test
    void whatThePageFetchesByItselfKeepsNobodySignedIn() {
        lastGesture(Duration.ofMinutes(29));
        assertThat(browser.get("/profile", "Careroom-Background", "1").statusCode())
                .isEqualTo(200);
        assertThat(idle()).isGreaterThan(Duration.ofMinutes(28));
        lastGesture(Duration.ofMinutes(31));
        assertThat(browser.get("/profile", "Careroom-Background", "1").statusCode())
                .isEqualTo(401);
    }

    @Test
    void theLastGestureCountsForThirtyMinutesThoughItWasNotWritten() {
        lastGesture(Duration.ofMinutes(30).plusSeconds(50));
        assertThat(browser.get("/profile", "Careroom-Background", "1").statusCode())
                .isEqualTo(200);
        Duration lives = Duration.ofSeconds(jdbc.sql("""
                        select (expiry_time - last_access_time) / 1000 from spring_session where principal_name = :person
                        """)
                .param("person", again().id().toString())
                .query(Long.class)
                .single());
        assertThat(lives.minus(QuietSession.PRECISION)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void navigationKeepsThePersonSignedIn() {
        lastGesture(Duration.ofMinutes(29));
        browser.get("/profile");
        assertThat(idle()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void anIdleOrEndedSessionIsNoLongerAlive() {
        String session = sessionId();
        assertThat(sessions.alive(List.of(session, "unknown"))).containsExactly(session);
        lastGesture(Duration.ofMinutes(31));
        assertThat(sessions.alive(List.of(session))).isEmpty();
        lastGesture(Duration.ZERO);
        sessions.endAll(sam.id());
        assertThat(sessions.alive(List.of(session))).isEmpty();
        assertThat(browser.get("/profile").statusCode()).isEqualTo(302);
    }

    @Test
    void endingTheOthersKeepsThisOne() {
        Browsing other = new Browsing(port);
        other.signIn(sam.email(), Staff.PASSWORD);
        Set<String> all = Set.copyOf(ids());
        assertThat(all).hasSize(2);
        String kept = all.iterator().next();
        sessions.endOthers(sam.id(), kept);
        assertThat(sessions.alive(all)).containsExactly(kept);
    }

    @Test
    void theSessionHoldsNothingButThePerson() {
        assertThat(jdbc.sql("""
                        select a.attribute_name || ' ' || length(a.attribute_bytes) from spring_session s
                        join spring_session_attributes a on a.session_primary_id = s.primary_id
                        where s.principal_name = :person""")
                        .param("person", sam.id().toString())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .matches(".*PRINCIPAL_NAME_INDEX_NAME [4-5][0-9]");
    }

    private List<String> sessionStatements() {
        return statements.list.stream()
                .map(event -> event.getFormattedMessage().toLowerCase(Locale.ROOT))
                .filter(message -> message.contains("executing prepared sql statement"))
                .filter(message -> message.contains("spring_session"))
                .toList();
    }

    /** Somebody who has just signed in, in a browser of their own. */
    private Person again() {
        Person lee = staff.person("Lee Tran");
        new Browsing(port).signIn(lee.email(), Staff.PASSWORD);
        return lee;
    }

    /** Moves the last gesture back, as if that much time had passed. */
    private void lastGesture(Duration ago) {
        jdbc.sql("update spring_session set last_access_time = :then,"
                        + " expiry_time = :then + 1000 * max_inactive_interval where principal_name = :person")
                .param("then", System.currentTimeMillis() - ago.toMillis())
                .param("person", sam.id().toString())
                .update();
        statements.list.clear();
    }

    private Duration idle() {
        long last = jdbc.sql("select max(last_access_time) from spring_session where principal_name = :person")
                .param("person", sam.id().toString())
                .query(Long.class)
                .single();
        return Duration.ofMillis(System.currentTimeMillis() - last);
    }

    private String sessionId() {
        return ids().get(0);
    }

    private List<String> ids() {
        return jdbc.sql("select session_id from spring_session where principal_name = :person")
                .param("person", sam.id().toString())
                .query(String.class)
                .list();
    }
}
