package org.careroom.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.careroom.people.CurrentPerson;
import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Lets only a signed-in page open the live connection, of each person no more than {@link Connections} allows, and notes
 * whose it is for the frames that follow.
 */
@Component
class Handshake implements HandshakeInterceptor {

    static final String PERSON = "person";
    static final String SIGN_IN = "signIn";
    static final String LANGUAGE = "language";
    static final String CSRF_TOKEN = "csrfToken";

    /** By then at least those are noticed to be gone that have missed their heartbeats. */
    private static final String TRY_AGAIN_AFTER_SECONDS = "30";

    private final CurrentPerson currentPerson;
    private final CsrfTokenRepository csrfTokens;
    private final Connections connections;

    Handshake(CurrentPerson currentPerson, CsrfTokenRepository csrfTokens, Connections connections) {
        this.currentPerson = currentPerson;
        this.csrfTokens = csrfTokens;
        this.connections = connections;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> noted) {
        HttpServletRequest servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        Person person = currentPerson.of(servletRequest).orElse(null);
        HttpSession session = servletRequest.getSession(false);
        CsrfToken token = csrfTokens.loadToken(servletRequest);
        if (person == null || session == null || token == null) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            return false;
        }
        if (!connections.hasRoomFor(person.id())) {
            response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, TRY_AGAIN_AFTER_SECONDS);
            return false;
        }
        noted.put(PERSON, person.id());
        noted.put(SIGN_IN, session.getId());
        noted.put(LANGUAGE, person.locale());
        noted.put(CSRF_TOKEN, token.getToken());
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception problem) {}
}
