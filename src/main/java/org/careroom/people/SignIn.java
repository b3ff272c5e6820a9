package org.careroom.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Signs in somebody who has just proved who they are in another way than by the sign-in form, such as by opening an account. */
@Component
public class SignIn {

    private final SessionPerson sessionPerson;

    SignIn(SessionPerson sessionPerson) {
        this.sessionPerson = sessionPerson;
    }

    public void as(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SessionPerson.authentication(person));
        SecurityContextHolder.setContext(context);
        sessionPerson.saveContext(context, request, response);
    }
}
