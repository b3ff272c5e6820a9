package org.careroom.live;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.people.Sessions;
import org.careroom.people.SessionsEnded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Ends connections that may not stay open: those whose sign-in has ended, by signing out at once and on every node within
 * {@value #PERIOD_MILLISECONDS} ms (OWASP ASVS 5.0, 7.4.1), and those that never said what they want.
 */
@Component
class ConnectionWatch {

    private static final long PERIOD_MILLISECONDS = 5_000;
    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);

    private final Connections connections;
    private final Sessions sessions;
    private final Clock clock;

    ConnectionWatch(Connections connections, Sessions sessions, Clock clock) {
        this.connections = connections;
        this.sessions = sessions;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SessionsEnded ended) {
        end(connections.all(), ended.sessionIds());
    }

    @Scheduled(fixedDelay = PERIOD_MILLISECONDS)
    void look() {
        List<Connection> open = connections.all();
        open.stream()
                .filter(connection -> connection.idleSince(clock.instant().minus(TIME_TO_CONNECT)))
                .forEach(Connection::end);
        try {
            Set<String> signIns = open.stream().map(Connection::signIn).collect(Collectors.toCollection(HashSet::new));
            signIns.removeAll(sessions.alive(signIns));
            end(open, signIns);
        } catch (DataAccessException | TransactionException databaseAway) {
            log.debug("sign-ins were not looked at", databaseAway);
        }
    }

    private static void end(List<Connection> open, Set<String> signIns) {
        open.stream()
                .filter(connection -> signIns.contains(connection.signIn()))
                .forEach(Connection::end);
    }
}
