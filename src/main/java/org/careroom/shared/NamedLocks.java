package org.careroom.shared;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** For what is made only once, and of which there is no row yet that could be locked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class NamedLocks {

    private final JdbcClient jdbc;

    NamedLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends whoever else locks this name waits (PostgreSQL: advisory locks). */
    public void lock(String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(name)
                .query((result, number) -> number)
                .list();
    }
}
