package org.careroom.clinics.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.careroom.people.AttemptLimit;
import org.careroom.people.ClientAddress;
import org.careroom.people.TooManyAttempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Secrets that are wrong are counted by address, and told to the log. What is right is never counted, so that a hospital's
 * shared address gets in whoever else guesses from there (OWASP ASVS 5.0, 6.3.1).
 */
@Component
class GuessLimit {

    private static final Logger log = LoggerFactory.getLogger(GuessLimit.class);

    private final AttemptLimit guesses;
    private final AttemptLimit told;
    private final ClientAddress address;

    GuessLimit(ClientAddress address, Clock clock) {
        this.address = address;
        this.guesses = new AttemptLimit(30, Duration.ofSeconds(10), clock);
        this.told = new AttemptLimit(1, Duration.ofMinutes(1), clock);
    }

    /**
     * Somebody brought a secret that is worth nothing.
     *
     * @throws TooManyAttempts when it is one too many from there
     */
    void wrong(HttpServletRequest request) {
        String from = address.of(request);
        try {
            guesses.attempt(from);
        } catch (TooManyAttempts tooMany) {
            tell(from);
            throw tooMany;
        }
    }

    /** The same where nobody is refused for it, as the answer tells nothing. */
    void note(HttpServletRequest request) {
        try {
            wrong(request);
        } catch (TooManyAttempts known) {
            log.debug("a place that is over or was never there is asked for again");
        }
    }

    /** Once in a while, so that guesses do not fill the log. */
    private void tell(String from) {
        try {
            told.attempt(from);
            log.warn("guest links or places are guessed from {}", from);
        } catch (TooManyAttempts toldAlready) {
            log.debug("guest links or places are still guessed from {}", from);
        }
    }
}
