package org.careroom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import org.careroom.CareroomTest;
import org.careroom.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * No password is hashed while a connection to the database is held. As hashing refuses to be done in a transaction, each
 * test that signs up, accepts, sets up or changes a password shows that it is not.
 */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class HashingTests {

    private static final String PASSWORD = "four words that rhyme";

    @Autowired
    private Hashing hashing;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void hashingIsRefusedInATransaction() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> hashing.hashed(PASSWORD)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> hashing.matches(PASSWORD, "")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status -> accounts.typed("sam@example.org", "Sam", PASSWORD)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatWasHashedBeforeIsStoredInATransaction() {
        String email = "sam." + UUID.randomUUID() + "@example.org";
        NewAccount typed = accounts.typed(email, "Sam Okafor", PASSWORD);
        Person sam = transaction.execute(status -> accounts.openTyped(typed, Locale.ENGLISH));
        assertThat(sam).extracting(Person::email).isEqualTo(email);
    }

    /** Else anybody could let us hash by made-up links. */
    @Test
    void aLinkIsLookedUpBeforeAnythingIsHashed() {
        assertThatThrownBy(() -> invitations.acceptNew("made-up", "Sam", "short", Locale.ENGLISH))
                .isInstanceOf(NotFound.class);
    }
}
