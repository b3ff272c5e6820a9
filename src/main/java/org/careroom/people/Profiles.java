package org.careroom.people;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** What people set for themselves: how their pages look, and their password. */
@Service
public class Profiles {

    /** The languages that the message bundles hold. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final AccountRepository accounts;
    private final Hashing hashing;
    private final Sessions sessions;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final AttemptLimit wrongPasswords;

    Profiles(
            AccountRepository accounts,
            Hashing hashing,
            Sessions sessions,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.sessions = sessions;
        this.transaction = transaction;
        this.events = events;
        this.wrongPasswords = new AttemptLimit(10, Duration.ofMinutes(1), clock);
    }

    /** @throws Invalid at {@code name}, {@code language} or {@code zone} */
    @Transactional
    public void present(Person who, @Nullable String name, @Nullable String language, @Nullable String zone) {
        Checked<String> checkedName = Checked.of(() -> PlainText.line("name", name, PlainText.NAME));
        Checked<Locale> checkedLanguage = Checked.of(() -> language(language));
        Checked<ZoneId> checkedZone = Checked.of(() -> zone(zone));
        Checked.all(checkedName, checkedLanguage, checkedZone);
        Account account = account(who);
        account.present(checkedName.get(), checkedLanguage.get(), checkedZone.get());
        if (!checkedName.get().equals(who.name())) {
            accounts.saveAndFlush(account);
            events.publishEvent(new PersonRenamed(who.id(), checkedName.get()));
        }
    }

    /**
     * Changes one's own password and signs out everywhere but in the session that asks.
     *
     * @throws Invalid at {@code current} or {@code password}
     */
    public void changePassword(
            Person who, @Nullable String current, @Nullable String password, @Nullable String keptSessionId) {
        Checked<String> before = Checked.of(() -> hashOf(who, current));
        Checked<String> typed = Checked.of(() -> hashing.checked("password", password, who.name(), who.email()));
        Checked.all(before, typed);
        Password chosen = hashing.hashed(typed.get());
        transaction.executeWithoutResult(status -> {
            Account account = account(who);
            if (!before.get().equals(account.passwordHash())) {
                throw new Invalid("current", Reason.of("password.wrong"));
            }
            account.usePassword(chosen.hash());
            sessions.endOthers(who.id(), keptSessionId);
        });
    }

    /** The hash of one's own password, for who knows it. */
    private String hashOf(Person who, @Nullable String current) {
        wrongPasswords.attempt(who.id().toString());
        String hash = account(who).passwordHash();
        if (hash == null || !hashing.matches(current, hash)) {
            throw new Invalid("current", Reason.of("password.wrong"));
        }
        wrongPasswords.forgive(who.id().toString());
        return hash;
    }

    private Account account(Person who) {
        return accounts.findById(who.id().value()).orElseThrow(NotFound::new);
    }

    private static Locale language(@Nullable String tag) {
        return LANGUAGES.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new Invalid("language", Reason.of("invalid.choice")));
    }

    private static ZoneId zone(@Nullable String id) {
        try {
            return ZoneId.of(PlainText.line("zone", id, 64));
        } catch (DateTimeException unknown) {
            throw new Invalid("zone", Reason.of("invalid.choice"));
        }
    }
}
