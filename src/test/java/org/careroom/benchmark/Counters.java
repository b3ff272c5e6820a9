package org.careroom.benchmark;

import java.util.Map;
import java.util.TreeMap;

/** What the pages of a load saw since it began. Counted on the loop's thread. */
final class Counters {

    /** Message frames that reached a page. */
    long deliveries;

    /** Bytes of their bodies. */
    long deliveredBytes;

    /** Live frames of other kinds. */
    long otherFrames;

    /** Frames of a message that the page had already got as a frame: a fault. */
    long repeated;

    /** Messages that a page had to fetch since their frame did not come. */
    long missed;

    /** Times a frame came before one with a smaller number. */
    long gaps;

    long readMarks;

    /** Live connections that ended though the page was open. */
    long connectionsLost;

    /** Posts that were begun and not answered yet. */
    long unanswered;

    private final Map<String, Integer> failures = new TreeMap<>();

    /** Something was refused or failed. */
    void failed(String what) {
        failures.merge(what, 1, Integer::sum);
    }

    /** What was refused or failed, how often. */
    Map<String, Integer> failures() {
        return new TreeMap<>(failures);
    }

    void startAnew() {
        deliveries = 0;
        deliveredBytes = 0;
        otherFrames = 0;
        repeated = 0;
        missed = 0;
        gaps = 0;
        readMarks = 0;
        connectionsLost = 0;
        failures.clear();
    }

    /** The sums that are asked for at the begin and at the end of a measurement. */
    record Sums(long deliveries, long deliveredBytes, long otherFrames, long readMarks) {

        Sums since(Sums before) {
            return new Sums(
                    deliveries - before.deliveries,
                    deliveredBytes - before.deliveredBytes,
                    otherFrames - before.otherFrames,
                    readMarks - before.readMarks);
        }
    }

    Sums sums() {
        return new Sums(deliveries, deliveredBytes, otherFrames, readMarks);
    }
}
