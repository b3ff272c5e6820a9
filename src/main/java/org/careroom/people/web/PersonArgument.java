package org.careroom.people.web;

import jakarta.servlet.http.HttpServletRequest;
import org.careroom.people.CurrentPerson;
import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the person who is asking as a parameter of type {@link Person}; a stranger is sent to sign in. */
@Component
class PersonArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final CurrentPerson currentPerson;

    PersonArgument(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @Override
    public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Person.class;
    }

    @Override
    public Person resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
        if (servletRequest == null) {
            throw new IllegalStateException("not a servlet request");
        }
        return currentPerson
                .of(servletRequest)
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("not signed in"));
    }
}
