package org.careroom.clinics.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.careroom.people.AttemptLimit;
import org.careroom.people.ClientAddress;
import org.careroom.people.TooManyAttempts;
import org.springframework.stereotype.Component;

/**
 * A script fills a waiting area from one address no faster than this, so that staff can still remove what it makes; a whole
 * hospital behind one address may enter (OWASP ASVS 5.0, 2.4.1).
 */
@Component
class EntranceLimit {

    private static final int AT_ONCE = 600;
    private static final Duration THEN_ONE_IN = Duration.ofSeconds(1);

    private final AttemptLimit entries;
    private final ClientAddress address;

    EntranceLimit(ClientAddress address, Clock clock) {
        this.address = address;
        this.entries = new AttemptLimit(AT_ONCE, THEN_ONE_IN, clock);
    }

    /** @throws TooManyAttempts when one more from there is too many */
    void attempt(HttpServletRequest request) {
        entries.attempt(address.of(request));
    }
}
