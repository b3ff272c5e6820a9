package org.careroom.live;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.stereotype.Component;

/** How many frames a page may send: 20 at once and 5 a second in the long run, far more than typing and moving about need. */
@Component
class SignalLimits {

    private static final String BUCKET = "signals";

    boolean take(StompHeaderAccessor frame) {
        Map<String, Object> noted = frame.getSessionAttributes();
        return noted != null && ((Bucket) noted.computeIfAbsent(BUCKET, key -> newBucket())).tryConsume(1);
    }

    private static Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(20).refillGreedy(5, Duration.ofSeconds(1)))
                .build();
    }
}
