package org.careroom.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking in a request, looked up once in it, so that a change of the account holds from the next request on. */
@Component
public class CurrentPerson {

    private static final String ATTRIBUTE = CurrentPerson.class.getName();

    private final People people;

    CurrentPerson(People people) {
        this.people = people;
    }

    /** The signed-in person; empty for strangers. */
    public Optional<Person> of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Person known) {
            return Optional.of(known);
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            return Optional.empty();
        }
        Optional<Person> person = people.asking(signedIn.person());
        person.ifPresent(found -> request.setAttribute(ATTRIBUTE, found));
        return person;
    }
}
