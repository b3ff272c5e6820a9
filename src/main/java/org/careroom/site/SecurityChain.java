package org.careroom.site;

import jakarta.servlet.http.HttpServletRequest;
import org.careroom.people.PageRequests;
import org.careroom.people.PublicLinks;
import org.careroom.people.SignInForm;
import org.careroom.people.SignOut;
import org.springframework.boot.security.autoconfigure.web.servlet.PathRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Who gets through the door at all: everything needs a signed-in person but the pages named here. What a person may do
 * behind it is decided by the rules of each noun.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChain {

    /** What pages may load: only what Careroom serves itself; Bootstrap draws some icons from data addresses (W3C CSP 3). */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** A cookie holds the CSRF token, so that a stranger's visit to the sign-in page writes no session. */
    @Bean
    CsrfTokenRepository csrfTokens(PublicLinks links) {
        CookieCsrfTokenRepository csrfTokens = new CookieCsrfTokenRepository();
        csrfTokens.setHeaderName("X-CSRF-TOKEN");
        csrfTokens.setCookieCustomizer(
                cookie -> cookie.secure(links.encrypted()).sameSite("Lax"));
        return csrfTokens;
    }

    /** Requests are measured as a whole; measuring each filter of this chain costs more than most of them do. */
    @Bean
    SecurityObservationSettings noMeasuringOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            CsrfTokenRepository csrfTokens,
            RequestCache pagesToReturnTo,
            SecurityContextRepository whoIsSignedIn,
            SignInForm signInForm,
            SignOut signOut) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                PathRequest.toStaticResources().atCommonLocations())
                        .permitAll()
                        .requestMatchers(
                                "/*/js/**", // with the build's version in front
                                "/login",
                                "/login/*",
                                "/signup/**",
                                "/password/**",
                                "/invitations/*",
                                "/invitations/*/decline",
                                "/setup/*",
                                "/calls/**", // guests too; strangers are sent to sign in by Identity
                                "/call-test/**",
                                "/w/**", // the patient's way and guest links: known by their cookies
                                "/g/**",
                                "/live", // asks itself who it is (Handshake)
                                "/error",
                                "/actuator/health/**",
                                "/actuator/prometheus")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .securityContext(context -> context.securityContextRepository(whoIsSignedIn))
                .formLogin(signInForm)
                .logout(logout -> logout.addLogoutHandler(signOut).logoutSuccessUrl("/login?signed-out"))
                .requestCache(cache -> cache.requestCache(pagesToReturnTo))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), SecurityChain::isPagesOwnFetch)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** Only pages are returned to, never what a page fetches by itself. */
    @Bean
    RequestCache pagesToReturnTo() {
        PagesToReturnTo cache = new PagesToReturnTo();
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && String.valueOf(request.getHeader("Accept")).contains("text/html")
                && !isPagesOwnFetch(request));
        return cache;
    }

    private static boolean isPagesOwnFetch(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                || PageRequests.isBackground(request)
                || PageRequests.opensLiveConnection(request)
                || PageRequests.wantsJson(request);
    }
}
