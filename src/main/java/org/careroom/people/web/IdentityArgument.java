package org.careroom.people.web;

import jakarta.servlet.http.HttpServletRequest;
import org.careroom.people.CurrentIdentity;
import org.careroom.people.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers of pages that guests may use as well who is asking, as a parameter of type {@link Identity}. */
@Component
class IdentityArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final CurrentIdentity currentIdentity;

    IdentityArgument(CurrentIdentity currentIdentity) {
        this.currentIdentity = currentIdentity;
    }

    @Override
    public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Identity.class;
    }

    @Override
    public Identity resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
        if (servletRequest == null) {
            throw new IllegalStateException("not a servlet request");
        }
        return currentIdentity
                .of(servletRequest)
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody that is known"));
    }
}
