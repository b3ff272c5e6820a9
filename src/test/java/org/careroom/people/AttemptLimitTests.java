package org.careroom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** How often something may be tried, and by whom. */
class AttemptLimitTests {

    private Instant now = Instant.parse("2026-11-22T03:00:00Z");
    private final AttemptLimit limit = new AttemptLimit(3, Duration.ofMinutes(1), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void afterTheFreeAttemptsEachFurtherOneHasToWait() {
        attempt(3);
        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> limit.attempt("sam"))
                .satisfies(refusal -> assertThat(refusal.retryAfterSeconds()).isEqualTo(60));
        now = now.plusSeconds(61);
        assertThatCode(() -> limit.attempt("sam")).doesNotThrowAnyException();
        assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> limit.attempt("sam"));
    }

    @Test
    void attemptsOfOneDoNotCountForAnother() {
        attempt(3);
        assertThatCode(() -> limit.attempt("maya")).doesNotThrowAnyException();
    }

    @Test
    void whatSomebodyTypesIsNotKeptHoweverLongItIs() {
        String typed = "x".repeat(4_000_000);
        WeakReference<String> kept = new WeakReference<>(typed);
        limit.attempt(typed);
        typed = "";
        System.gc();
        assertThat(kept.get()).isNull();
    }

    @Test
    void goodAttemptsDoNotCount() {
        for (int attempt = 0; attempt < 20; attempt++) {
            limit.attempt("sam");
            limit.forgive("sam");
        }
        attempt(3);
    }

    @ParameterizedTest(name = "{0} says it forwards for {1}: {2}")
    @CsvSource({
        "203.0.113.9, 198.51.100.7, 203.0.113.9",
        "10.0.0.2, 198.51.100.7, 198.51.100.7",
        "10.0.0.2, '1.2.3.4, 198.51.100.7', 198.51.100.7",
        "10.0.0.2, '198.51.100.7, 10.0.0.3', 198.51.100.7",
        "10.0.0.2, 'careroom.example', 10.0.0.2",
        "10.0.0.2, '', 10.0.0.2",
    })
    void aForwardedAddressCountsOnlyFromAConfiguredProxy(String peer, String forwarded, String counted) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        request.addHeader("X-Forwarded-For", forwarded);
        ClientAddress addresses =
                new ClientAddress(new PeopleSettings(URI.create("http://localhost"), List.of("10.0.0.0/8"), "a@b"));
        assertThat(addresses.of(request)).isEqualTo(counted);
    }

    private void attempt(int times) {
        for (int attempt = 0; attempt < times; attempt++) {
            limit.attempt("sam");
        }
    }
}
