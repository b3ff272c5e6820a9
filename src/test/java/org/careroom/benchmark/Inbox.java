package org.careroom.benchmark;

import java.util.HashSet;
import java.util.Set;

/** Which of a room's messages one page has: all before {@link #next()}, and those that came early. */
final class Inbox {

    /** What a frame brought. */
    enum Frame {
        NEW,
        /** Its fetch was quicker: nothing was missing after all. */
        LATE,
        /** It had come as a frame before: a fault. */
        REPEATED
    }

    private long next;
    private final Set<Long> early = new HashSet<>();
    private final Set<Long> fetched = new HashSet<>();

    Inbox(long next) {
        this.next = next;
    }

    /** The first sequence that is missing. */
    long next() {
        return next;
    }

    boolean hasGap() {
        return !early.isEmpty();
    }

    Frame takeFrame(long sequence) {
        if (take(sequence)) {
            return Frame.NEW;
        }
        return fetched.remove(sequence) ? Frame.LATE : Frame.REPEATED;
    }

    /** Whether it was missing. */
    boolean takeFetched(long sequence) {
        boolean missing = take(sequence);
        if (missing) {
            fetched.add(sequence);
        }
        return missing;
    }

    private boolean take(long sequence) {
        if (sequence == next) {
            next++;
            while (!early.isEmpty() && early.remove(next)) {
                next++;
            }
            return true;
        }
        return sequence > next && early.add(sequence);
    }
}
