package org.careroom.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Links with which a person sets a new password without the old one: one use, one hour (product 1: "Forgotten password"). */
@Service
public class ForgottenPasswords {

    static final Duration VALID = Duration.ofHours(1);

    private final AccountRepository accounts;
    private final Hashing hashing;
    private final Sessions sessions;
    private final Letters letters;
    private final PublicLinks links;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final AttemptLimit byAddress;
    private final AttemptLimit byAccount;

    ForgottenPasswords(
            AccountRepository accounts,
            Hashing hashing,
            Sessions sessions,
            Letters letters,
            PublicLinks links,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.sessions = sessions;
        this.letters = letters;
        this.links = links;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.byAddress = new AttemptLimit(30, Duration.ofMinutes(1), clock);
        this.byAccount = new AttemptLimit(3, Duration.ofMinutes(20), clock);
    }

    /** Sends a link to the address if it has an account; whoever asks learns nothing, neither by words nor by time. */
    public void ask(String email, String clientAddress) {
        byAddress.attempt(clientAddress);
        if (letters.sent()) {
            letters.behindTheAnswer(() -> transaction.executeWithoutResult(status ->
                    accounts.findByEmail(EmailAddress.normalized(email)).ifPresent(this::write)));
        }
    }

    private void write(Account account) {
        try {
            byAccount.attempt(account.email());
        } catch (TooManyAttempts mailedOftenEnough) {
            return;
        }
        letters.send(
                account.email(),
                Reason.of("mail.password.subject"),
                Reason.of("mail.password.text", account.person().name(), link(account.id())),
                account.person().locale());
    }

    /** A new link; earlier ones of this person end. It asks no rule: whoever makes one must have asked whether it may. */
    @Transactional
    public String link(PersonId person) {
        String token = Tokens.next();
        jdbc.sql("delete from password_link where account_id = :account or expires_at < :now")
                .param("account", person.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("insert into password_link (token_hash, account_id, expires_at) values (:hash, :account, :expires)")
                .param("hash", Tokens.hash(token))
                .param("account", person.value())
                .param("expires", Timestamp.from(clock.instant().plus(VALID)))
                .update();
        return links.to("/password/" + token);
    }

    /** @throws NotFound when the link was used, has expired or never was */
    public void requireOpen(String token) {
        open(token, "");
    }

    /**
     * Sets the new password and signs the person out everywhere.
     *
     * @throws NotFound when the link was used, has expired or never was
     */
    public void set(String token, @Nullable String password) {
        Person person = open(token, "").person();
        Password chosen = hashing.hashed(hashing.checked("password", password, person.name(), person.email()));
        transaction.executeWithoutResult(status -> {
            Account account = open(token, " for update");
            account.usePassword(chosen.hash());
            jdbc.sql("delete from password_link where account_id = :account")
                    .param("account", account.id().value())
                    .update();
            sessions.endAll(account.id());
        });
    }

    private Account open(String token, String ending) {
        String open = "select account_id from password_link where token_hash = :hash and expires_at > :now";
        return jdbc.sql(open + ending)
                .param("hash", Tokens.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .flatMap(accounts::findById)
                .orElseThrow(NotFound::new);
    }
}
