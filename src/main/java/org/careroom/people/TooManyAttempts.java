package org.careroom.people;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.careroom.shared.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts (429); it says when the next one is free. */
public class TooManyAttempts extends AuthenticationException {

    private final long retryAfterSeconds;

    TooManyAttempts(Duration wait) {
        super("too many attempts");
        this.retryAfterSeconds = Math.max(1, (wait.toMillis() + 999) / 1_000);
    }

    long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Gives the answer its status and the time of the next attempt (RFC 6585, 4). */
    public void answer(HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader("Retry-After", Long.toString(retryAfterSeconds));
    }

    public Reason reason() {
        return Reason.of("attempts.toomany", (retryAfterSeconds + 59) / 60);
    }
}
