package org.careroom.people;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.careroom.shared.Checked;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts. Whether somebody may have one is for the modules to know that invite and are asked to let join. */
@Service
@Transactional
public class Accounts {

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final Hashing hashing;
    private final Clock clock;

    Accounts(AccountRepository accounts, PasswordEncoder encoder, Hashing hashing, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.hashing = hashing;
        this.clock = clock;
    }

    /**
     * Checks what somebody typed to get an account and hashes the password, before the transaction that stores it.
     *
     * @throws Invalid at {@code name}, {@code email} or {@code password}
     */
    @Transactional(propagation = Propagation.NEVER)
    public NewAccount typed(@Nullable String email, @Nullable String name, @Nullable String password) {
        Checked<String> checkedName = Checked.of(() -> PlainText.line("name", name, PlainText.NAME));
        Checked<String> checkedEmail = Checked.of(() -> EmailAddress.checked("email", email));
        Checked<String> chosen =
                Checked.of(() -> hashing.checked("password", password, checkedName.or(""), checkedEmail.or("")));
        Checked.all(checkedName, checkedEmail, chosen);
        return new NewAccount(checkedEmail.get(), checkedName.get(), hashing.hashed(chosen.get()));
    }

    /**
     * Opens a staff account.
     *
     * @throws Invalid at {@code email} when the address has an account
     */
    public Person openTyped(NewAccount typed, Locale locale) {
        return openTyped(typed, Person.Kind.STAFF, locale);
    }

    /**
     * Opens an account of this kind, as it stays.
     *
     * @throws Invalid at {@code email} when the address has an account
     */
    Person openTyped(NewAccount typed, Person.Kind kind, Locale locale) {
        if (accounts.findByEmail(typed.email()).isPresent()) {
            throw new Invalid("email", Reason.of("account.taken"));
        }
        return open(typed, kind, locale);
    }

    /**
     * Like {@link #openTyped(NewAccount, Locale)}, but leaves an account that is there as it is. What takes long was done before either way, so
     * that nobody learns whose addresses have accounts.
     *
     * @return the account with this address, new or not
     */
    public Person openUnlessThere(NewAccount typed, Locale locale) {
        return accounts.findByEmail(typed.email())
                .map(Account::person)
                .orElseGet(() -> open(typed, Person.Kind.STAFF, locale));
    }

    /** Whether no account has this address, which may be written in any case. */
    @Transactional(readOnly = true)
    public boolean isFree(@Nullable String email) {
        return email != null
                && accounts.findByEmail(EmailAddress.normalized(email)).isEmpty();
    }

    /** Opens an account whose password was hashed before and is not checked: for the demonstration and tests. */
    public PersonId open(String email, String name, Person.Kind kind, Locale locale, ZoneId zone, Password password) {
        String address = EmailAddress.checked("email", email);
        Account account = new Account(
                new PersonId(Id.next()),
                address,
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

    /** Whether somebody looks after the installation, as from the first set-up on. */
    @Transactional(readOnly = true)
    public boolean hasOperator() {
        return accounts.existsByOperatorTrue();
    }

    /** The person looks after the installation from now on (product 1). It asks no rule: for the first start and the demonstration. */
    public void makeOperator(PersonId person) {
        account(person).makeOperator();
    }

    /** Makes an account premium by itself, or no longer; for the operator alone. */
    public void makePremium(Person who, PersonId person, boolean premium) {
        if (!who.operator()) {
            throw new NotFound();
        }
        account(person).makePremium(premium);
    }

    private Account account(PersonId person) {
        return accounts.findById(person.value()).orElseThrow(NotFound::new);
    }

    private Person open(NewAccount typed, Person.Kind kind, Locale locale) {
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        PersonId id = open(typed.email(), typed.name(), kind, locale, zone, typed.password());
        return account(id).person();
    }
}
