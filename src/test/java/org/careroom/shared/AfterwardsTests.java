package org.careroom.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.careroom.CareroomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done behind a commit keeps no connection to the database. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class AfterwardsTests {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource database;

    private final List<String> done = new ArrayList<>();

    @Test
    void itIsDoneOnceTheConnectionHasGoneBack() {
        transaction.executeWithoutResult(status -> {
            behindTheCommit(() -> Afterwards.run(() ->
                    done.add("news, connection held: " + TransactionSynchronizationManager.hasResource(database))));
            behindTheCommit(() ->
                    done.add("commit, connection held: " + TransactionSynchronizationManager.hasResource(database)));
        });
        assertThat(done).containsExactly("commit, connection held: true", "news, connection held: false");
    }

    @Test
    void nothingIsDoneBehindWhatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            behindTheCommit(() -> Afterwards.run(() -> done.add("news")));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {});
        assertThat(done).isEmpty();
    }

    @Test
    void withoutATransactionItIsDoneAtOnce() {
        Afterwards.run(() -> done.add("news"));
        assertThat(done).containsExactly("news");
    }

    private static void behindTheCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
