package org.careroom.calls.web;

import java.time.Clock;
import java.time.Duration;
import org.careroom.people.AttemptLimit;
import org.careroom.people.Identity;
import org.careroom.people.TooManyAttempts;
import org.springframework.stereotype.Component;

/**
 * Nobody asks for seats and chat of calls more often than any page does, so that a page that has run wild or a script keeps the
 * call from nobody else (OWASP ASVS 5.0, 2.4.1). A page says that it is there every few seconds.
 */
@Component
class CallLimit {

    static final int AT_ONCE = 240;

    private static final Duration THEN_ONE_IN = Duration.ofMillis(250);

    private final AttemptLimit requests;

    CallLimit(Clock clock) {
        this.requests = new AttemptLimit(AT_ONCE, THEN_ONE_IN, clock);
    }

    /** @throws TooManyAttempts when one more is too many for a page */
    void attempt(Identity who) {
        requests.attempt(who.id().toString());
    }
}
