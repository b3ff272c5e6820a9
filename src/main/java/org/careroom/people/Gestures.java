package org.careroom.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the requests that a person's gesture made from those that a page makes by itself: its fetches say
 * {@code Careroom-Background}, and the live connection reconnects without anybody (product 1: idle log-off).
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class Gestures extends OncePerRequestFilter {

    private static final ThreadLocal<@Nullable Answering> ANSWERING = new ThreadLocal<>();

    /** Whether what this thread answers now was made by a gesture. */
    static boolean now() {
        return answering().gesture;
    }

    /** The sessions that the request which this thread answers has read already; Spring Session asks more than once. */
    static Map<String, Session> sessionsRead() {
        return answering().sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ANSWERING.set(new Answering(isGesture(request)));
        try {
            chain.doFilter(request, response);
        } finally {
            ANSWERING.remove();
        }
    }

    /** Outside of a request there is nothing to remember. */
    private static Answering answering() {
        Answering answering = ANSWERING.get();
        return answering == null ? new Answering(false) : answering;
    }

    private static boolean isGesture(HttpServletRequest request) {
        return !PageRequests.isBackground(request) && !PageRequests.opensLiveConnection(request);
    }

    private static final class Answering {

        private final boolean gesture;
        private final Map<String, Session> sessions = new HashMap<>();

        Answering(boolean gesture) {
            this.gesture = gesture;
        }
    }
}
