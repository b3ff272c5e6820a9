package org.careroom.live;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.careroom.people.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The bus of a single node. Who causes news also makes its items, after their commit, so that many who write share the work
 * and none writes faster than it is done; one thread then pushes them in the order they came, and never waits for a page to
 * read ({@link Outbox}). When {@value #LONGEST_QUEUE} items wait, whoever brings another waits too:
 * those who write are slowed down to what can be delivered.
 */
@Component
class OneNodeBus implements NewsBus, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(OneNodeBus.class);
    private static final int LONGEST_QUEUE = 2_000;

    private final Pusher pusher;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(LONGEST_QUEUE),
            task -> new Thread(task, "news"),
            OneNodeBus::waitForRoom);

    OneNodeBus(Pusher pusher) {
        this.pusher = pusher;
    }

    @Override
    public void publish(Set<PersonId> audience, News news) {
        try {
            Map<Locale, String> items = pusher.items(audience, news);
            thread.execute(() -> push(audience, news, items));
        } catch (RuntimeException lost) {
            log.error("news of {} were lost", news.subject(), lost);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    private void push(Set<PersonId> audience, News news, Map<Locale, String> items) {
        try {
            pusher.push(audience, news, items);
        } catch (RuntimeException lost) {
            log.error("news of {} were lost", news.subject(), lost);
        }
    }

    private static void waitForRoom(Runnable task, ThreadPoolExecutor thread) {
        try {
            if (!thread.isShutdown()) {
                thread.getQueue().put(task);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
