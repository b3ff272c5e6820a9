package org.careroom.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sign-ins that are open, by the ids of their HTTP sessions. */
@Service
@Transactional
public class Sessions {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Those of the sessions, and of what stands for guests, that are still open: neither signed out, ended nor idle for too long. */
    @Transactional(readOnly = true)
    public Set<String> alive(Collection<String> sessionIds) {
        if (sessionIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        select session_id from spring_session where session_id in (:ids) and expiry_time > :now
                        union all select :guest || id from guest where id in (:guests) and expires_at > :instant""")
                .param("ids", sessionIds)
                .param("now", clock.millis())
                .param("guest", Guest.SIGN_IN)
                .param("guests", guests(sessionIds))
                .param("instant", Timestamp.from(clock.instant()))
                .query(String.class)
                .list());
    }

    /** At least one, as a list in SQL is never empty. */
    private static List<UUID> guests(Collection<String> signIns) {
        return Stream.concat(
                        Stream.of(new UUID(0, 0)),
                        signIns.stream()
                                .filter(signIn -> signIn.startsWith(Guest.SIGN_IN))
                                .map(signIn -> UUID.fromString(signIn.substring(Guest.SIGN_IN.length()))))
                .toList();
    }

    /** Signs the person out everywhere. */
    public void endAll(PersonId person) {
        endOthers(person, null);
    }

    /** Signs the person out everywhere but in the session that is to be kept. */
    public void endOthers(PersonId person, @Nullable String keptSessionId) {
        List<String> ended = jdbc.sql(
                        "delete from spring_session where principal_name = :person and session_id <> :kept returning session_id")
                .param("person", person.toString())
                .param("kept", keptSessionId == null ? "" : keptSessionId)
                .query(String.class)
                .list();
        events.publishEvent(new SessionsEnded(person, Set.copyOf(ended)));
    }
}
