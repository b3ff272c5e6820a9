package org.careroom.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/**
 * So many attempts at once and then one in a while, for each key. It is kept in memory: several nodes allow each their own.
 */
public final class AttemptLimit {

    /**
     * More keys than this are forgotten, the least used first, so that made-up keys cannot fill the memory; nor can long
     * ones, of which only the hash is kept.
     */
    private static final int MOST_KEYS = 100_000;

    private final Cache<String, Bucket> buckets;
    private final long atOnce;
    private final Duration thenOneIn;
    private final TimeMeter time;

    /**
     * @param atOnce how many attempts are free at first
     * @param thenOneIn after how long each further one is free
     */
    public AttemptLimit(long atOnce, Duration thenOneIn, Clock clock) {
        this.atOnce = atOnce;
        this.thenOneIn = thenOneIn;
        this.time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(thenOneIn.multipliedBy(atOnce))
                .build();
    }

    /** @throws TooManyAttempts when this one is too many */
    public void attempt(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyAttempts(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** The attempt with this key was a good one and does not count. */
    public void forgive(String key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(String key) {
        return buckets.get(
                Tokens.hash(key),
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(atOnce).refillGreedy(1, thenOneIn))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
