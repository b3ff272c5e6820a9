package org.careroom.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.careroom.shared.Reason;
import org.careroom.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the sign-in form is answered: with the page that was wanted, or with the form again and the typed e-mail kept. The
 * dialog on an expired page asks by a fetch ({@code Accept: application/json}) and gets no page, but why it failed.
 */
@Component
public class SignInForm implements Customizer<FormLoginConfigurer<HttpSecurity>> {

    /** The request attribute that tells the page why it is shown again. */
    public static final String FAILURE = "careroom.signin.failure";

    private final ClientAddress addresses;
    private final RequestCache wanted;
    private final Words words;
    private final JsonMapper json;

    SignInForm(ClientAddress addresses, RequestCache wanted, Words words, JsonMapper json) {
        this.addresses = addresses;
        this.wanted = wanted;
        this.words = words;
        this.json = json;
    }

    /** The sentence to be shown for a {@link #FAILURE}. */
    public static Reason reason(Exception failure) {
        return failure instanceof TooManyAttempts tooMany ? tooMany.reason() : Reason.of("login.failed");
    }

    @Override
    public void customize(FormLoginConfigurer<HttpSecurity> form) {
        form.loginPage("/login")
                .authenticationDetailsSource(addresses)
                .successHandler(new SignedInAnswer(wanted))
                .failureHandler(this::refuse);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (why instanceof InternalAuthenticationServiceException
                && why.getCause() instanceof RuntimeException failed) {
            throw failed; // nobody looked at the password
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        if (why instanceof TooManyAttempts tooMany) {
            tooMany.answer(response);
        }
        if (PageRequests.wantsJson(request)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            json.writeValue(
                    response.getWriter(),
                    Map.of("error", "not signed in", "message", words.of(reason(why), request.getLocale())));
        } else {
            request.setAttribute(FAILURE, why);
            request.getRequestDispatcher("/login/refused").forward(request, response);
        }
    }

    private static final class SignedInAnswer extends SavedRequestAwareAuthenticationSuccessHandler {

        SignedInAnswer(RequestCache wanted) {
            setRequestCache(wanted);
        }

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                throws IOException, ServletException {
            if (PageRequests.wantsJson(request)) {
                response.setStatus(HttpStatus.NO_CONTENT.value());
                return;
            }
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }
}
