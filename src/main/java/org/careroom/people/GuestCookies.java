package org.careroom.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies by which guests are known: one for each thing that the browser was let in to, for scripts out of reach and sent
 * to us only (OWASP ASVS 5.0, 3.3).
 */
@Component
public class GuestCookies {

    private static final String NAME = "careroom-guest-";
    private static final String ATTRIBUTE = GuestCookies.class.getName();

    /** More than a browser comes to by use; who sends more is not looked up more often. */
    private static final int MOST_LOOKED_UP = 12;

    private final Guests guests;
    private final PublicLinks links;
    private final Clock clock;

    GuestCookies(Guests guests, PublicLinks links, Clock clock) {
        this.guests = guests;
        this.links = links;
        this.clock = clock;
    }

    /** Hands the browser the guest's cookie; whom it was for the same purpose before, it is no longer. */
    public void give(IssuedGuest issued, HttpServletResponse response) {
        Guest guest = issued.guest();
        set(guest.purpose(), issued.token(), Duration.between(clock.instant(), guest.expiresAt()), response);
    }

    /** Takes the cookie for this purpose away. */
    public void take(UUID purpose, HttpServletResponse response) {
        set(purpose, "", Duration.ZERO, response);
    }

    private void set(UUID purpose, String value, Duration age, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME + purpose, value)
                .path("/")
                .httpOnly(true)
                .secure(links.encrypted())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Whom this browser was let in as, the last first; looked up once in a request. */
    @SuppressWarnings("unchecked")
    public List<Guest> of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof List<?> known) {
            return (List<Guest>) known;
        }
        List<Guest> found = guests.of(tokens(request));
        request.setAttribute(ATTRIBUTE, found);
        return found;
    }

    /** Whom this browser was let in as for this purpose. */
    public Optional<Guest> of(HttpServletRequest request, UUID purpose) {
        return of(request).stream()
                .filter(guest -> guest.purpose().equals(purpose))
                .findFirst();
    }

    /** Whether the browser brings a cookie for this purpose, be it worth something or not. */
    public boolean brought(HttpServletRequest request, UUID purpose) {
        return cookies(request).anyMatch(cookie -> cookie.getName().equals(NAME + purpose));
    }

    /** The newest, which browsers send last (RFC 6265, 5.4). */
    private static List<String> tokens(HttpServletRequest request) {
        List<String> all = cookies(request)
                .filter(cookie -> cookie.getName().startsWith(NAME))
                .map(Cookie::getValue)
                .distinct()
                .toList();
        return all.subList(Math.max(0, all.size() - MOST_LOOKED_UP), all.size());
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return request.getCookies() == null ? Stream.empty() : Arrays.stream(request.getCookies());
    }
}
