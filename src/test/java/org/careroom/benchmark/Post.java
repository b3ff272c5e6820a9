package org.careroom.benchmark;

/** One message on its way, as the load sees it. Times are {@link System#nanoTime()}, 0 when it has not happened yet. */
final class Post {

    /** When its POST was begun. */
    long asked;

    /** When its 201 was whole. */
    long answered;

    /** When the last reader so far had it. */
    long lastReached;

    /** How many readers got it as a live frame. */
    int byFrame;

    /** How many readers had to fetch it because its frame was missing. */
    int byFetch;

    int reached() {
        return byFrame + byFetch;
    }

    long toAnswer() {
        return answered - asked;
    }

    long toLastReader() {
        return lastReached - asked;
    }
}
