package org.careroom.benchmark;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Durations in ascending order, in nanoseconds; asked for in milliseconds. */
record Latencies(long[] sorted) {

    static Latencies of(LongStream nanos) {
        return new Latencies(nanos.sorted().toArray());
    }

    int count() {
        return sorted.length;
    }

    /** The smallest that at least this share of all do not exceed, in milliseconds; NaN when there is none. */
    double millis(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)] / 1e6;
    }

    double p50() {
        return millis(0.5);
    }

    double p99() {
        return millis(0.99);
    }

    double max() {
        return millis(1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies latencies && Arrays.equals(sorted, latencies.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return "p50 %.1f ms, p99 %.1f ms, max %.1f ms (%d)".formatted(p50(), p99(), max(), count());
    }
}
