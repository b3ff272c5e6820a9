package org.careroom.shared;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work behind a commit, done by the thread that committed once its connection to the database has gone back: so that what
 * takes long, such as making news for many readers, keeps no connection from others.
 */
public final class Afterwards {

    private static final ThreadLocal<List<Runnable>> WAITING = new ThreadLocal<>();

    private Afterwards() {}

    /** Runs this when the transaction has ended, or at once where there is none. Call it by {@link AfterCommit}: what hears of a commit later is not kept. */
    public static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        List<Runnable> waiting = WAITING.get();
        if (waiting == null) {
            waiting = new ArrayList<>();
            WAITING.set(waiting);
        }
        waiting.add(work);
    }

    /** The connection is given back. */
    static void runAll() {
        List<Runnable> waiting = WAITING.get();
        if (waiting != null) {
            WAITING.remove();
            waiting.forEach(Runnable::run);
        }
    }
}
