package org.careroom.live;

import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;

/**
 * Upgrades to a WebSocket without extensions. Tomcat would take every browser's offer of permessage-deflate (RFC 7692),
 * whatever Spring chooses, and then compress the same small frame anew for each reader, in buffers of each its own. What is
 * compressed can also be guessed at by its length (RFC 7692, 8: the attack known as CRIME).
 */
class PlainUpgrade extends StandardWebSocketUpgradeStrategy {

    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    @Override
    public void upgrade(
            ServerHttpRequest request,
            ServerHttpResponse response,
            @Nullable String protocol,
            List<WebSocketExtension> extensions,
            @Nullable Principal user,
            WebSocketHandler handler,
            Map<String, Object> noted) {
        super.upgrade(withoutOffers(request), response, protocol, List.of(), user, handler, noted);
    }

    private static ServerHttpRequest withoutOffers(ServerHttpRequest request) {
        return new ServletServerHttpRequest(
                new HttpServletRequestWrapper(((ServletServerHttpRequest) request).getServletRequest()) {
                    @Override
                    public Enumeration<String> getHeaders(String name) {
                        return EXTENSIONS.equalsIgnoreCase(name)
                                ? Collections.emptyEnumeration()
                                : super.getHeaders(name);
                    }
                });
    }
}
