package org.careroom.live;

import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.careroom.people.PersonId;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The bus of a single node: one thread pushes the news in the order it came, away from the requests that caused it. When
 * more than 10,000 items wait, the request that brings another pushes it itself, which slows down those who write.
 */
@Component
class OneNodeBus implements NewsBus, DisposableBean {

    private static final int LONGEST_QUEUE = 10_000;

    private final Pusher pusher;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(LONGEST_QUEUE),
            task -> new Thread(task, "news"),
            new ThreadPoolExecutor.CallerRunsPolicy());

    OneNodeBus(Pusher pusher) {
        this.pusher = pusher;
    }

    @Override
    public void publish(Set<PersonId> audience, News news) {
        thread.execute(() -> pusher.push(audience, news));
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
