package org.careroom.people;

import java.time.Duration;
import org.careroom.shared.Reason;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts (429); it says when the next one is free. */
public class TooManyAttempts extends AuthenticationException {

    private final long retryAfterSeconds;

    TooManyAttempts(Duration wait) {
        super("too many attempts");
        this.retryAfterSeconds = Math.max(1, (wait.toMillis() + 999) / 1_000);
    }

    /** For the header Retry-After. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public Reason reason() {
        return Reason.of("attempts.toomany", (retryAfterSeconds + 59) / 60);
    }
}
