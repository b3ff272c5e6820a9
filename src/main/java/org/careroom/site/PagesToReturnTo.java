package org.careroom.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Remembers in a cookie where a stranger wanted to go. Only the path and the query are gone back to: behind a proxy the
 * request does not know the scheme and the host that people use, and a cookie must not lead to another site.
 */
final class PagesToReturnTo extends CookieRequestCache {

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest wanted = super.getRequest(request, response);
        return wanted == null ? null : new SimpleSavedRequest(path(wanted.getRedirectUrl()));
    }

    /** Forgets it, and goes on with the request as it came: the remembered one has no headers and would hide them. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest wanted = getRequest(request, response);
        if (wanted != null && wanted.getRedirectUrl().equals(asked(request))) {
            removeRequest(request, response);
        }
        return null;
    }

    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /**
     * From the first slash behind the host on; two of them, or a backslash, would begin another host (WHATWG URL, 4.4).
     * Browsers take tabs and line ends out of an address, wherever they stand, so only what a path may hold is let through.
     */
    static String path(String address) {
        String path = address.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/]*", "");
        return path.matches("/(?![/\\\\])[\\x21-\\x7e]*") ? path : "/";
    }
}
