package org.careroom.people;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.careroom.shared.Id;
import org.careroom.shared.PlainText;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts. Whether somebody may have one is for the modules to know that invite and ask to join. */
@Service
@Transactional
public class Accounts {

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final Clock clock;

    Accounts(AccountRepository accounts, PasswordEncoder encoder, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Opens an account with a password that is not checked against the rules: for the demonstration and tests. */
    public PersonId open(String email, String name, Person.Kind kind, Locale locale, ZoneId zone, String password) {
        return open(email, name, kind, locale, zone, Password.hashed(encoder, password));
    }

    /** Opens an account whose password was hashed before. */
    public PersonId open(String email, String name, Person.Kind kind, Locale locale, ZoneId zone, Password password) {
        Account account = new Account(
                new PersonId(Id.next()),
                EmailAddress.checked("email", email),
                PlainText.line("name", name, PlainText.NAME),
                kind,
                locale,
                zone,
                clock.instant());
        account.usePassword(password.hash());
        return accounts.saveAndFlush(account).id();
    }

    /** Hashes a password for {@link #open}, where many accounts may share one so that it is hashed once. */
    public Password hashed(String password) {
        return Password.hashed(encoder, password);
    }

    /** Whether nobody has an account yet, as on an empty database. */
    @Transactional(readOnly = true)
    public boolean none() {
        return accounts.count() == 0;
    }
}
