package org.careroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/** Runs several things as nearly at the same time as can be. */
public final class AtOnce {

    /** In milliseconds: by then something has either come to its end or to a lock that it waits for. */
    private static final long LONG_ENOUGH = 300;

    private AtOnce() {}

    /** What failed, in no order. */
    public static List<Throwable> run(Runnable... several) throws Exception {
        CyclicBarrier start = new CyclicBarrier(several.length);
        ExecutorService threads = Executors.newFixedThreadPool(several.length);
        try {
            List<Throwable> failed = new ArrayList<>();
            for (Future<Optional<Throwable>> outcome : threads.invokeAll(
                    Stream.of(several).map(work -> after(start, work)).toList())) {
                outcome.get().ifPresent(failed::add);
            }
            return failed;
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Does the first in a transaction and begins the second before its commit, which the second waits for if they lock the
     * same.
     *
     * @return what the second failed by
     */
    public static Optional<Throwable> overlapping(TransactionOperations transaction, Runnable first, Runnable second)
            throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Void> begun = Objects.requireNonNull(transaction.execute(status -> {
                first.run();
                CompletableFuture<Void> running = CompletableFuture.runAsync(second, other);
                running.copy()
                        .completeOnTimeout(null, LONG_ENOUGH, TimeUnit.MILLISECONDS)
                        .exceptionally(failed -> null)
                        .join();
                return running;
            }));
            return begun.handle((done, failed) -> Optional.ofNullable(failed).map(Throwable::getCause))
                    .get(10, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
    }

    private static Callable<Optional<Throwable>> after(CyclicBarrier start, Runnable work) {
        return () -> {
            start.await();
            try {
                work.run();
                return Optional.empty();
            } catch (RuntimeException failed) {
                return Optional.of(failed);
            }
        };
    }
}
