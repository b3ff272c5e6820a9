package org.careroom.people;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks e-mail and password, and lets nobody try again and again: failures count by address, by account from one address, and
 * by account from everywhere, which is more, so that one stranger who knows an address does not lock its owner out.
 */
@Component
class SignInLimits extends DaoAuthenticationProvider {

    private final AttemptLimit byAddress;
    private final AttemptLimit byAccountThere;
    private final AttemptLimit byAccount;
    private final List<LimitExemption> exemptions;

    SignInLimits(
            SignInByEmail accounts, PasswordEncoder encoder, Clock clock, ObjectProvider<LimitExemption> exemptions) {
        super(accounts);
        setPasswordEncoder(encoder);
        this.byAddress = new AttemptLimit(100, Duration.ofSeconds(6), clock);
        this.byAccountThere = new AttemptLimit(10, Duration.ofMinutes(1), clock);
        this.byAccount = new AttemptLimit(100, Duration.ofSeconds(6), clock);
        this.exemptions = exemptions.orderedStream().toList();
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String account = EmailAddress.normalized(attempt.getName());
        if (exemptions.stream().anyMatch(exemption -> exemption.exempt(account))) {
            return super.authenticate(attempt);
        }
        String address = String.valueOf(attempt.getDetails());
        byAddress.attempt(address);
        byAccountThere.attempt(account + " " + address);
        byAccount.attempt(account);
        try {
            Authentication signedIn = super.authenticate(attempt);
            forgive(account, address);
            return signedIn;
        } catch (InternalAuthenticationServiceException unchecked) {
            forgive(account, address);
            throw unchecked;
        }
    }

    private void forgive(String account, String address) {
        byAddress.forgive(address);
        byAccountThere.forgive(account + " " + address);
        byAccount.forgive(account);
    }
}
