package org.careroom.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.SignUps;
import org.careroom.people.CurrentPerson;
import org.careroom.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Staff who belong nowhere yet and are in no room are told that they wait, instead of being shown an empty list or what
 * they cannot do there.
 */
@Component
class Waiting implements HandlerInterceptor, WebMvcConfigurer {

    static final String PAGE = "/waiting";

    private final CurrentPerson currentPerson;
    private final SignUps signUps;
    private final Rooms rooms;

    Waiting(CurrentPerson currentPerson, SignUps signUps, Rooms rooms) {
        this.currentPerson = currentPerson;
        this.signUps = signUps;
        this.rooms = rooms;
    }

    /** A premium account makes rooms of its own, without anybody's approval. */
    boolean waits(Person who) {
        return !who.premium() && signUps.isWaiting(who) && !rooms.hasAny(who);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/rooms", "/rooms/new");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean led = isOpened(request)
                && currentPerson.of(request).filter(this::waits).isPresent();
        if (led) {
            response.sendRedirect(PAGE);
        }
        return !led;
    }

    /** A page fetches the list by itself to learn whether the sign-in holds; that is left alone. */
    private static boolean isOpened(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && request.getHeader("Careroom-Background") == null
                && !ErrorPage.wantsJson(request);
    }
}
