package org.careroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed without a warning in the middle of posting, Careroom loses nothing that it acknowledged (product 7.5). */
class KilledIT {

    private static final int ENOUGH = 1_000;
    private static final String PASSWORD = "careroom-demo";

    @Test
    void everyAcknowledgedMessageIsThereOnceAndInOrderAfterKill(@TempDir Path folder) throws Exception {
        CareroomProcess careroom = CareroomProcess.start(folder).ready();
        Acknowledged acknowledged = new Acknowledged();
        String room;
        try {
            Browsing one = signedIn(careroom, "coordinator@riverside.example");
            Browsing other = signedIn(careroom, "coordinator2@riverside.example");
            room = common(Acknowledged.rooms(one), Acknowledged.rooms(other));
            acknowledged.start(4, one, room, false);
            acknowledged.start(4, other, room, false);
            await().atMost(Duration.ofMinutes(3)).until(() -> acknowledged.size() >= ENOUGH);
        } finally {
            careroom.kill();
        }
        careroom.ended(10);
        acknowledged.stop();

        try (CareroomProcess again = CareroomProcess.start(folder).ready()) {
            Browsing reader = signedIn(again, "coordinator@riverside.example");
            acknowledged.assertAllThere(Acknowledged.messages(reader, room));
            assertThat(Acknowledged.say(reader, room, UUID.randomUUID(), "We go on")
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    private static Browsing signedIn(CareroomProcess careroom, String email) {
        Browsing browser = new Browsing(careroom.port());
        assertThat(browser.signIn(email, PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }

    private static String common(List<String> some, List<String> others) {
        return some.stream().filter(others::contains).findFirst().orElseThrow();
    }
}
