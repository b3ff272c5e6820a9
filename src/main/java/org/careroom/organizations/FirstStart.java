package org.careroom.organizations;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import org.careroom.people.Accounts;
import org.careroom.people.NewAccount;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.people.PublicLinks;
import org.careroom.people.Tokens;
import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The first start on an empty database logs a link, good for 24 hours and once, that makes the first organization and its
 * admin, who looks after the installation too (product 1). Each further start logs another until one is used.
 */
@Service
public class FirstStart {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    static final Duration VALID = Duration.ofHours(24);

    private final Accounts accounts;
    private final Organizations organizations;
    private final Members members;
    private final PublicLinks links;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    FirstStart(
            Accounts accounts,
            Organizations organizations,
            Members members,
            PublicLinks links,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.members = members;
        this.links = links;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tellLink() {
        if (!accounts.hasOperator()) {
            log.info("Nobody has set Careroom up yet. Open this link to do it, within 24 hours: {}", link());
        }
    }

    String link() {
        String token = Tokens.next();
        jdbc.sql("insert into setup_link (token_hash, expires_at) values (:hash, :expires)")
                .param("hash", Tokens.hash(token))
                .param("expires", Timestamp.from(clock.instant().plus(VALID)))
                .update();
        return links.to("/setup/" + token);
    }

    /** @throws NotFound unless the link is open and nobody has set Careroom up; who has only signed up does not matter */
    public void requireOpen(String token) {
        boolean open = jdbc.sql("select exists (select from setup_link where token_hash = :hash and expires_at > :now)")
                .param("hash", Tokens.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
        if (!open || accounts.hasOperator()) {
            throw new NotFound();
        }
    }

    /**
     * Makes the first organization and its admin, with every permission, and ends all set-up links.
     *
     * @throws Invalid at {@code organization}, {@code name}, {@code email} or {@code password}
     */
    public PersonId setUp(
            String token,
            @Nullable String organization,
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            Locale locale) {
        requireOpen(token);
        Checked<String> organizationName =
                Checked.of(() -> PlainText.line("organization", organization, PlainText.NAME));
        Checked<NewAccount> typed = Checked.of(() -> accounts.typed(email, name, password));
        Checked.all(organizationName, typed);
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("lock table setup_link in exclusive mode").update();
            requireOpen(token);
            OrganizationId id = organizations.found(organizationName.get(), Plan.PREMIUM);
            Person admin = accounts.openTyped(typed.get(), locale);
            accounts.makeOperator(admin.id());
            members.enroll(id, admin.id(), Level.ADMIN, "", EnumSet.allOf(Permission.class));
            jdbc.sql("delete from setup_link").update();
            return admin.id();
        }));
    }
}
