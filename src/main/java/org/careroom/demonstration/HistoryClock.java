package org.careroom.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The clock of the demonstration, in the place of the usual one: it tells the real time, except on the thread that writes
 * the hospital's past. As every module asks it, all times of that past fit together, and no module needs a door for
 * writing in the past. It does not exist beside a real database.
 */
@Component
@ConditionalOnDemonstration
class HistoryClock extends Clock {

    private final Clock real;
    private final ThreadLocal<@Nullable Instant> past;

    HistoryClock() {
        this(Clock.tickMillis(ZoneOffset.UTC), new ThreadLocal<>());
    }

    private HistoryClock(Clock real, ThreadLocal<@Nullable Instant> past) {
        this.real = real;
        this.past = past;
    }

    /** From now on it is this time on this thread. */
    void set(Instant time) {
        past.set(time);
    }

    /** It is the real time again on this thread. */
    void release() {
        past.remove();
    }

    @Override
    public Instant instant() {
        Instant set = past.get();
        return set == null ? real.instant() : set;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new HistoryClock(real.withZone(zone), past);
    }
}
