package org.careroom.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.careroom.benchmark.client.EventLoop;

/** Who posts when. Begins on the loop's thread and goes on until it is stopped. */
abstract sealed class Pace {

    final EventLoop loop;
    boolean running;

    private Pace(EventLoop loop) {
        this.loop = loop;
    }

    void start(List<Sender> senders) {
        running = true;
        begin(senders);
    }

    void stop() {
        running = false;
    }

    /** How much later than planned a post was begun at most, in milliseconds. */
    double latest() {
        return 0;
    }

    abstract void begin(List<Sender> senders);

    /** So many posts a second, evenly in time, the senders by turns, whether the last are answered or not. */
    static final class Even extends Pace {

        private final long interval;
        private long due;
        private int turn;
        private long latest;

        Even(EventLoop loop, int perSecond) {
            super(loop);
            this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        }

        @Override
        void begin(List<Sender> senders) {
            due = System.nanoTime();
            next(senders);
        }

        @Override
        double latest() {
            return latest / 1e6;
        }

        private void next(List<Sender> senders) {
            if (running) {
                latest = Math.max(latest, System.nanoTime() - due);
                senders.get(turn++ % senders.size()).post(stored -> {});
                due += interval;
                loop.at(due, () -> next(senders));
            }
        }
    }

    /** Each sender posts again as soon as its last was answered. */
    static final class Closed extends Pace {

        private static final long AFTER_FAILURE_MILLIS = 100;

        Closed(EventLoop loop) {
            super(loop);
        }

        @Override
        void begin(List<Sender> senders) {
            senders.forEach(this::next);
        }

        private void next(Sender sender) {
            if (running) {
                sender.post(stored -> {
                    if (stored) {
                        next(sender);
                    } else {
                        loop.after(AFTER_FAILURE_MILLIS, () -> next(sender));
                    }
                });
            }
        }
    }
}
