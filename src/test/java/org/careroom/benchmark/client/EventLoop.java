package org.careroom.benchmark.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one thread on which all connections, pages and senders of the load live, so that none of them needs a lock. */
public final class EventLoop implements AutoCloseable {

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean open = true;
    private byte[] scratch = new byte[64 * 1024];

    private record Timer(long due, Runnable task) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return Long.signum(due - other.due);
        }
    }

    public EventLoop() {
        try {
            selector = Selector.open();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        thread = new Thread(this::run, "load");
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs the task on the loop's thread: at once when called from there. */
    public void execute(Runnable task) {
        if (Thread.currentThread() == thread) {
            task.run();
        } else {
            tasks.add(task);
            selector.wakeup();
        }
    }

    /** Runs on the loop and waits for the answer, at most a minute; not from the loop's own thread. */
    public <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        execute(() -> answer.complete(question.get()));
        return answer.orTimeout(1, TimeUnit.MINUTES).join();
    }

    /** Runs the task when {@link System#nanoTime()} has reached {@code due}; only from the loop's own thread. */
    public void at(long due, Runnable task) {
        timers.add(new Timer(due, task));
    }

    /** Runs the task after so many milliseconds; only from the loop's own thread. */
    public void after(long millis, Runnable task) {
        at(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), task);
    }

    /** Throws what went wrong on the loop's thread, if anything did: the load's own fault, never the server's. */
    public void check() {
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("the load client failed", thrown);
        }
    }

    @Override
    public void close() {
        open = false;
        selector.wakeup();
    }

    Selector selector() {
        return selector;
    }

    /** Room for one unpacked message, shared by all connections; valid until the next message. */
    byte[] scratch(int size) {
        if (scratch.length < size) {
            scratch = Arrays.copyOf(scratch, Math.max(size, scratch.length * 2));
        }
        return scratch;
    }

    private void run() {
        try (selector) {
            while (open) {
                long wait = millisToNextTimer();
                if (wait == 0) {
                    selector.selectNow(this::ready);
                } else {
                    selector.select(this::ready, wait);
                }
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    guarded(task);
                }
                runDueTimers();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException unexpected) {
            failure.compareAndSet(null, unexpected);
        }
    }

    private void ready(SelectionKey key) {
        guarded(((Connection) key.attachment())::ready);
    }

    /** Rounded up, as the selector counts in milliseconds: a timer may be late by one, never early. */
    private long millisToNextTimer() {
        Timer next = timers.peek();
        if (next == null) {
            return 1_000;
        }
        long nanos = next.due - System.nanoTime();
        return nanos <= 0 ? 0 : Math.min(1_000, nanos / 1_000_000 + 1);
    }

    private void runDueTimers() {
        long now = System.nanoTime();
        for (Timer next = timers.peek(); next != null && next.due - now <= 0; next = timers.peek()) {
            timers.remove();
            guarded(next.task);
        }
    }

    /** Runs the task and keeps what it throws for {@link #check()}. */
    void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error thrown) {
            if (failure.compareAndSet(null, thrown)) {
                thrown.printStackTrace();
            }
        }
    }
}
