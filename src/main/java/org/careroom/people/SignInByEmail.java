package org.careroom.people;

import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account that somebody tries to sign in to by its e-mail address. */
@Component
class SignInByEmail implements UserDetailsService {

    private final AccountRepository accounts;

    SignInByEmail(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public SignedIn loadUserByUsername(String email) {
        return accounts.findByEmail(EmailAddress.normalized(email))
                .filter(account -> account.passwordHash() != null)
                .map(account -> new SignedIn(account.id(), account.passwordHash()))
                .orElseThrow(() -> new UsernameNotFoundException("no account with a password"));
    }
}
