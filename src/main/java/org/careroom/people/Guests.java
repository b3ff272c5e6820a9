package org.careroom.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.shared.Id;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People without an account, each let in to one thing and known by a secret cookie ({@link GuestCookies}). */
@Service
@Transactional
public class Guests {

    private static final long CLEARED_EVERY_MILLISECONDS = 600_000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Guests(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets somebody in; the caller has asked its rules.
     *
     * @param purpose the id of what they are let in to
     * @param stay after which the cookie is worth nothing
     */
    public IssuedGuest admit(UUID purpose, Duration stay) {
        String token = Tokens.next();
        Instant now = clock.instant();
        Guest guest = new Guest(new PersonId(Id.next()), purpose, now.plus(stay));
        jdbc.sql("insert into guest (id, purpose, token_hash, since, expires_at) values (?, ?, ?, ?, ?)")
                .params(
                        guest.id().value(),
                        purpose,
                        Tokens.hash(token),
                        Timestamp.from(now),
                        Timestamp.from(guest.expiresAt()))
                .update();
        return new IssuedGuest(guest, token);
    }

    /** Those whom these tokens name, the last to come first; a token that is worth nothing names nobody. */
    @Transactional(readOnly = true)
    public List<Guest> of(Collection<String> tokens) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, purpose, expires_at from guest where token_hash in (:hashes) and expires_at > :now
                        order by since desc, id desc""")
                .param("hashes", tokens.stream().map(Tokens::hash).toList())
                .param("now", Timestamp.from(clock.instant()))
                .query(Guests::guest)
                .list();
    }

    /** The guest's cookie is worth nothing from the commit on, and their open pages are told nothing any more. */
    public void end(Collection<PersonId> guests) {
        if (!guests.isEmpty()) {
            ended(jdbc.sql("delete from guest where id in (:ids) returning id")
                    .param("ids", guests.stream().map(PersonId::value).toList()));
        }
    }

    /** Forgets those whose time has passed. */
    @Scheduled(fixedDelay = CLEARED_EVERY_MILLISECONDS)
    void forgetExpired() {
        ended(jdbc.sql("delete from guest where expires_at <= :now returning id")
                .param("now", Timestamp.from(clock.instant())));
    }

    private void ended(JdbcClient.StatementSpec deletion) {
        Set<PersonId> gone =
                deletion.query(UUID.class).list().stream().map(PersonId::new).collect(Collectors.toSet());
        gone.forEach(guest -> events.publishEvent(new SessionsEnded(guest, Set.of(Guest.signIn(guest)))));
    }

    private static Guest guest(ResultSet row, int number) throws SQLException {
        return new Guest(
                new PersonId(row.getObject("id", UUID.class)),
                row.getObject("purpose", UUID.class),
                row.getTimestamp("expires_at").toInstant());
    }
}
