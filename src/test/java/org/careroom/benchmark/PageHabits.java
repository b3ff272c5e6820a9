package org.careroom.benchmark;

import org.careroom.benchmark.client.StompSession;

/** What our room page does by itself and how often; times in milliseconds. To be kept as the page's scripts have it. */
final class PageHabits {

    /** From the first unseen message to the reading mark. */
    static final long READ_MARK_AFTER = 1_000;

    /** At most one reading mark of a page in this time. */
    static final long READ_MARK_EVERY = 5_000;

    /** A reading mark waits up to so much longer, each page by chance. */
    static final long READ_MARK_SPREAD = 2_000;

    /** A gap in the numbers that lasts longer is fetched. */
    static final long GAP_PATIENCE = 500;

    /** From a lost live connection to the next try. */
    static final long RECONNECT_AFTER = 1_000;

    /** The most messages that one fetch answers with. */
    static final int FETCH_SIZE = 200;

    static final String LIVE_PATH = "/live";
    static final String SUBSCRIPTION = "/user/queue/live";
    static final String PRESENCE = "/app/presence";

    private PageHabits() {}

    /** The page's live connection with its one subscription. */
    static StompSession.Target target(String token, boolean offerCompression) {
        return new StompSession.Target(LIVE_PATH, token, SUBSCRIPTION, offerCompression);
    }
}
