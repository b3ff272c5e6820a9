package org.careroom.live;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.careroom.people.PersonId;
import org.careroom.shared.Afterwards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The bus of a single node. Who causes news also makes its items, behind their commit, so that many who write share the work;
 * one thread then pushes them in the order they came, and never waits for a page to read ({@link Outbox}). While
 * {@value #MOST_FRAMES} frames wait for that thread, whoever brings more waits too: those who write are slowed down to what
 * can be delivered, however many read.
 */
@Component
class OneNodeBus implements NewsBus, DisposableBean {

    /** About a tenth of a second of the thread’s work. */
    private static final int MOST_FRAMES = 5_000;

    private static final Logger log = LoggerFactory.getLogger(OneNodeBus.class);

    private final Pusher pusher;
    private final int mostFrames;
    private final Semaphore frames;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "news"));

    @Autowired
    OneNodeBus(Pusher pusher) {
        this(pusher, MOST_FRAMES);
    }

    OneNodeBus(Pusher pusher, int mostFrames) {
        this.pusher = pusher;
        this.mostFrames = mostFrames;
        this.frames = new Semaphore(mostFrames, true);
    }

    @Override
    public void publish(Set<PersonId> audience, News news) {
        Afterwards.run(() -> makeAndPush(audience, news));
    }

    private void makeAndPush(Set<PersonId> audience, News news) {
        int pages = Math.min(pusher.pages(audience), mostFrames);
        if (pages > 0 && !thread.isShutdown()) {
            try {
                Map<Locale, String> items = pusher.items(audience, news);
                if (waitFor(pages)) {
                    thread.execute(() -> push(audience, news, items, pages));
                }
            } catch (RuntimeException lost) {
                log.error("news of {} were lost", news.subject(), lost);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    /** @return whether there was room before the end; the pages that are told nothing any more fetch it */
    private boolean waitFor(int pages) throws InterruptedException {
        while (!thread.isShutdown()) {
            if (frames.tryAcquire(pages, 1, TimeUnit.SECONDS)) {
                return true;
            }
        }
        return false;
    }

    private void push(Set<PersonId> audience, News news, Map<Locale, String> items, int pages) {
        try {
            pusher.push(audience, news, items);
        } catch (RuntimeException lost) {
            log.error("news of {} were lost", news.subject(), lost);
        } finally {
            frames.release(pages);
        }
    }
}
