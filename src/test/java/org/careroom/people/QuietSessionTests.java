package org.careroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.MapSession;

/** Whenever the gestures were that cost no write: from the last one on, a session lives for 30 minutes at least, and 31 at most. */
class QuietSessionTests {

    private static final Instant START = Instant.parse("2026-11-22T03:10:00Z");
    private static final Duration IDLE = Duration.ofMinutes(30);

    @ParameterizedTest(name = "gestures after {0}, {1} and {2} s")
    @CsvSource({"0, 0, 0", "0, 0, 59", "0, 59, 60", "0, 59, 118", "59, 60, 119", "30, 90, 149", "10, 61, 120"})
    void theLastGestureCountsInFull(int first, int second, int third) throws Exception {
        MapSession stored = new MapSession();
        stored.setLastAccessedTime(START);
        stored.setMaxInactiveInterval(IDLE.plus(QuietSession.PRECISION));
        QuietSession<MapSession> session = new QuietSession<>(stored, false);
        for (int seconds : new int[] {first, second, third}) {
            gesture(session, START.plusSeconds(seconds));
        }
        Instant ends = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
        Instant last = START.plusSeconds(third);
        assertThat(ends)
                .isAfterOrEqualTo(last.plus(IDLE))
                .isBeforeOrEqualTo(last.plus(IDLE).plus(QuietSession.PRECISION));
    }

    private static void gesture(QuietSession<MapSession> session, Instant when) throws Exception {
        new Gestures()
                .doFilter(
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse(),
                        (request, response) -> session.setLastAccessedTime(when));
    }
}
