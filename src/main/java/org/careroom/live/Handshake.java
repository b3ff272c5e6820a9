package org.careroom.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.careroom.people.CurrentIdentity;
import org.careroom.people.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
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
 * Lets only the page of somebody who is signed in, or of a guest, open the live connection, of each no more than
 * {@link Connections} allows, and notes whose it is for the frames that follow. A browser that is both says as which guest it
 * comes by the parameter {@value CurrentIdentity#AS}.
 */
@Component
class Handshake implements HandshakeInterceptor {

    static final String PERSON = "person";
    static final String SIGN_IN = "signIn";
    static final String LANGUAGE = "language";
    static final String CSRF_TOKEN = "csrfToken";

    /** By then at least those are noticed to be gone that have missed their heartbeats. */
    private static final String TRY_AGAIN_AFTER_SECONDS = "30";

    private final CurrentIdentity currentIdentity;
    private final CsrfTokenRepository csrfTokens;
    private final Connections connections;

    Handshake(CurrentIdentity currentIdentity, CsrfTokenRepository csrfTokens, Connections connections) {
        this.currentIdentity = currentIdentity;
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
        Identity identity = currentIdentity.of(servletRequest).orElse(null);
        String signIn = identity == null
                ? null
                : currentIdentity.signIn(servletRequest, identity).orElse(null);
        CsrfToken token = csrfTokens.loadToken(servletRequest);
        if (identity == null || signIn == null || token == null) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            return false;
        }
        if (!connections.hasRoomFor(identity.id())) {
            response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, TRY_AGAIN_AFTER_SECONDS);
            return false;
        }
        noted.put(PERSON, identity.id());
        noted.put(SIGN_IN, signIn);
        noted.put(LANGUAGE, LocaleContextHolder.getLocale());
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
