package org.careroom.organizations;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.careroom.people.Accounts;
import org.careroom.people.AttemptLimit;
import org.careroom.people.EmailAddress;
import org.careroom.people.NewAccount;
import org.careroom.people.Person;
import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * People ask to join by an organization's code or an address of its mail domain, and wait for an admin (product 1). The
 * answer is always the same, and an account is opened either way, so that nobody learns which organizations there are. That
 * an address is theirs is not proved by it: the admin who approves vouches for the person.
 */
@Service
public class SignUps {

    private final Accounts accounts;
    private final OrganizationRepository organizations;
    private final MemberRepository members;
    private final Members standings;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final AttemptLimit byAddress;

    SignUps(
            Accounts accounts,
            OrganizationRepository organizations,
            MemberRepository members,
            Members standings,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.members = members;
        this.standings = standings;
        this.transaction = transaction;
        this.clock = clock;
        this.byAddress = new AttemptLimit(60, Duration.ofMinutes(1), clock);
    }

    /**
     * A stranger asks.
     *
     * @throws Invalid at {@code name}, {@code email}, {@code password} or {@code code}
     */
    public void ask(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable String code,
            Locale locale,
            String clientAddress) {
        byAddress.attempt(clientAddress);
        Checked<NewAccount> typed = Checked.of(() -> accounts.typed(email, name, password));
        Checked<String> typedCode = Checked.of(() -> PlainText.lineOrEmpty("code", code, PlainText.NAME));
        Checked.all(typed, typedCode);
        transaction.executeWithoutResult(status -> {
            boolean mayBeTheirs = accounts.isFree(typed.get().email());
            Person person = accounts.openUnlessThere(typed.get(), locale);
            // Whoever knows an address that has an account may not ask in its name; its owner asks when signed in.
            if (mayBeTheirs) {
                letWait(person, typedCode.get());
            }
        });
    }

    /** Somebody who is signed in asks. */
    @Transactional
    public void ask(Person who, @Nullable String code, String clientAddress) {
        byAddress.attempt(clientAddress);
        letWait(who, PlainText.lineOrEmpty("code", code, PlainText.NAME));
    }

    /** Whether the person waits somewhere, or no organization has them yet. */
    @Transactional(readOnly = true)
    public boolean isWaiting(Person who) {
        return who.isStaff() && standings.standing(who.id()).orElse(Status.PENDING) == Status.PENDING;
    }

    private void letWait(Person person, String code) {
        Optional<OrganizationEntity> organization = code.isEmpty()
                ? organizations.findByMailDomain(EmailAddress.domain(person.email()))
                : organizations.findByCode(code.toUpperCase(Locale.ROOT));
        organization
                .filter(found -> person.isStaff())
                .filter(found -> members.findByOrganizationIdAndPersonId(
                                found.id().value(), person.id().value())
                        .isEmpty())
                .ifPresent(found -> members.save(Member.pending(found.id(), person.id(), clock.instant())));
    }
}
