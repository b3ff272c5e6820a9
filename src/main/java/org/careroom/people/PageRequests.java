package org.careroom.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What a request says of who makes it: a person, the page they have open by itself, or a script. */
public final class PageRequests {

    private PageRequests() {}

    /** Whether the page makes it by itself, without a gesture; its scripts say so. */
    public static boolean isBackground(HttpServletRequest request) {
        return request.getHeader("Careroom-Background") != null;
    }

    /** Whether it opens the live connection. */
    public static boolean opensLiveConnection(HttpServletRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    /** Whether a script is asking, and so wants no page. */
    public static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE);
    }
}
