package org.careroom.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Opens pages, a few at a time, as people do who do not all come in the same instant. */
final class Pages {

    private static final int AT_A_TIME = 8;

    private Pages() {}

    static void open(List<RoomPage> pages) throws InterruptedException {
        List<CompletableFuture<RoomPage>> opening = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            opening.add(pages.get(i).open());
            if (opening.size() == AT_A_TIME || i == pages.size() - 1) {
                opening.forEach(one -> one.orTimeout(1, TimeUnit.MINUTES).join());
                opening.clear();
            }
        }
        Thread.sleep(1_000);
    }
}
