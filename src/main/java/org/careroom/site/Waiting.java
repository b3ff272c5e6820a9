package org.careroom.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Members;
import org.careroom.organizations.Status;
import org.careroom.people.CurrentPerson;
import org.careroom.people.PageRequests;
import org.careroom.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Staff who wait for an admin's approval, or whom nobody knows yet, and who are in no room are told that they wait, instead
 * of being shown an empty list or what they cannot do there.
 */
@Component
class Waiting implements HandlerInterceptor, WebMvcConfigurer {

    static final String PAGE = "/waiting";

    private final CurrentPerson currentPerson;
    private final Members members;
    private final Rooms rooms;

    Waiting(CurrentPerson currentPerson, Members members, Rooms rooms) {
        this.currentPerson = currentPerson;
        this.members = members;
        this.rooms = rooms;
    }

    /** Who has been put out, or has left the last room they came to from outside, waits for nothing. */
    boolean waits(Person who) {
        if (!who.isStaff() || who.premium()) { // a premium account makes rooms of its own, without anybody's approval
            return false;
        }
        return members.standing(who.id())
                .map(standing -> standing == Status.PENDING && !rooms.hasAny(who))
                .orElseGet(() -> !rooms.hasHadAny(who));
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
                && !PageRequests.isBackground(request)
                && !PageRequests.wantsJson(request);
    }
}
