package org.careroom.organizations.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.CurrentPerson;
import org.careroom.people.Person;
import org.careroom.people.PublicLinks;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * Gives controllers the active {@link Membership} whose organization's settings are shown: the one that the address
 * chooses by {@code ?organization=}, which is remembered, else the one chosen before, else the first that is administered.
 */
@Component
class ChosenOrganization implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String NAME = "organization";
    private static final String COOKIE = "careroom-organization";

    private final CurrentPerson currentPerson;
    private final Members members;
    private final PublicLinks links;

    ChosenOrganization(CurrentPerson currentPerson, Members members, PublicLinks links) {
        this.currentPerson = currentPerson;
        this.members = members;
        this.links = links;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Membership.class;
    }

    @Override
    public Membership resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse answer = request.getNativeResponse(HttpServletResponse.class);
        if (asked == null || answer == null) {
            throw new IllegalStateException("not a servlet request");
        }
        Membership chosen = of(asked).orElseThrow(NotFound::new);
        if (asked.getParameter(NAME) != null) {
            remember(chosen, answer);
        }
        return chosen;
    }

    /** The same for what stands around a page that belongs to no organization, where a choice that is not there is none. */
    Optional<Membership> around(HttpServletRequest request) {
        try {
            return of(request);
        } catch (NotFound notThere) {
            return Optional.empty();
        }
    }

    /** The chosen membership; empty for a person who is an active member nowhere. */
    Optional<Membership> of(HttpServletRequest request) {
        List<Membership> active = active(request);
        String asked = request.getParameter(NAME);
        if (asked != null) {
            OrganizationId id = OrganizationId.of(asked);
            return active.stream()
                    .filter(member -> member.organization().equals(id))
                    .findFirst();
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        String before = cookie == null ? "" : cookie.getValue();
        return active.stream()
                .min(Comparator.comparing((Membership member) ->
                                !member.organization().toString().equals(before))
                        .thenComparing(member -> !member.admin()));
    }

    /** The organizations to choose from. */
    List<Membership> active(HttpServletRequest request) {
        Person who = currentPerson.of(request).orElseThrow(NotFound::new);
        return members.of(who.id()).stream().filter(Membership::active).toList();
    }

    private void remember(Membership chosen, HttpServletResponse response) {
        Cookie cookie = new Cookie(COOKIE, chosen.organization().toString());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(links.encrypted());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
