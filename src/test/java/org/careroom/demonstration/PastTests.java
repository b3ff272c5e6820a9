package org.careroom.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the demonstration's files write times and days. */
class PastTests {

    private final Past past = new Past(Instant.parse("2026-11-24T16:50:00Z"), ZoneId.of("America/Chicago"));

    @ParameterizedTest
    @CsvSource({
        "-25m, 2026-11-24T16:25:00Z",
        "-3h, 2026-11-24T13:50:00Z",
        "-2h10m, 2026-11-24T14:40:00Z",
        "-1d 07:40, 2026-11-23T13:40:00Z",
        "-30d 07:40, 2026-10-25T12:40:00Z"
    })
    void timesAreCountedBackOnTheHospitalsClocks(String written, Instant time) {
        assertThat(past.time(written)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "3h", "-3d", "-3d 7:40", "yesterday"})
    void anythingElseIsAMistakeInAFile(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> past.time(written));
    }

    @Test
    void daysAndTimesInATextAreNamed() {
        assertThat(past.words("On {+2d}, not on {-1d}; from {+3h}, since {-1h}."))
                .isEqualTo("On Thu 26 Nov, not on Mon 23 Nov; from 13:30, since 09:30.");
    }
}
