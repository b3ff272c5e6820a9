package org.careroom.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 while the database cannot be reached, wherever in a request that shows: in front of everything, as the
 * session itself is kept there, and with a page that asks the database nothing.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 10)
class DatabaseAway extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAway.class);
    private static final String TRY_AGAIN_SECONDS = "5";

    private final ErrorPage errors;

    DatabaseAway(ErrorPage errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failed) {
            if (response.isCommitted() || !isAway(failed)) {
                throw failed;
            }
            log.warn("the database is away: {}", failed.getClass().getSimpleName());
            response.reset();
            response.setHeader("Retry-After", TRY_AGAIN_SECONDS);
            errors.write(HttpStatus.SERVICE_UNAVAILABLE, request, response);
        }
    }

    private static boolean isAway(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .anyMatch(DatabaseAway::says);
    }

    private static boolean says(@Nullable Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException
                || (cause instanceof SQLException sql && isOfTheConnection(sql.getSQLState()));
    }

    /**
     * PostgreSQL, appendix A: class 08 is the connection, 57P01 to 57P03 a server that stops or starts; 40P01 is a deadlock, of
     * which one side goes on and the other may try again.
     */
    private static boolean isOfTheConnection(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.matches("57P0[1-3]|40P01"));
    }
}
