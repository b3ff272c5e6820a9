package org.careroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Runs several things as nearly at the same time as can be. */
public final class AtOnce {

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
