package org.careroom.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * As whom a request asks. One browser may be signed in, wait in a clinic and be a guest of a meeting: the parameter {@code as}
 * says as which guest, whose cookie it has to bring. Without it, it is the person who is signed in, else the last guest.
 */
@Component
public class CurrentIdentity {

    /** The parameter: a guest's id. */
    public static final String AS = "as";

    private final CurrentPerson currentPerson;
    private final GuestCookies cookies;

    CurrentIdentity(CurrentPerson currentPerson, GuestCookies cookies) {
        this.currentPerson = currentPerson;
        this.cookies = cookies;
    }

    /** Empty for strangers, and for who says to be a guest whose cookie they do not bring. */
    public Optional<Identity> of(HttpServletRequest request) {
        String as = request.getParameter(AS);
        if (as != null) {
            return cookies.of(request).stream()
                    .filter(guest -> guest.id().toString().equals(as))
                    .findFirst()
                    .map(Identity::of);
        }
        Optional<Identity> person = currentPerson.of(request).map(Identity::of);
        return person.isPresent()
                ? person
                : cookies.of(request).stream().findFirst().map(Identity::of);
    }

    /** What the live connection of this identity hangs on: the session of a person, the cookie of a guest. */
    public Optional<String> signIn(HttpServletRequest request, Identity identity) {
        if (identity.guest() != null) {
            return Optional.of(identity.guest().signIn());
        }
        return Optional.ofNullable(request.getSession(false)).map(session -> session.getId());
    }
}
