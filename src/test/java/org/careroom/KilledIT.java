package org.careroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed without a warning in the middle of posting, Careroom loses nothing that it acknowledged (product 7.5), no place in a waiting area either. */
class KilledIT {

    private static final int ENOUGH = 1_000;
    private static final String PASSWORD = "careroom-demo";
    private static final String WAITING_AREA = "/w/riverside-telehealth";

    @Test
    void everyAcknowledgedMessageIsThereOnceAndInOrderAfterKill(@TempDir Path folder) throws Exception {
        CareroomProcess careroom = CareroomProcess.start(folder).ready();
        Acknowledged acknowledged = new Acknowledged();
        String room;
        String waiting;
        try {
            Browsing one = signedIn(careroom, "coordinator@riverside.example");
            Browsing other = signedIn(careroom, "coordinator2@riverside.example");
            room = common(Acknowledged.rooms(one), Acknowledged.rooms(other));
            acknowledged.start(4, one, room, false);
            acknowledged.start(4, other, room, false);
            await().atMost(Duration.ofMinutes(3)).until(() -> acknowledged.size() >= ENOUGH);
            waiting = enters(careroom);
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
            assertThat(new Browsing(again.port())
                            .get(WAITING_AREA + "/place", "Cookie", waiting, "X-Requested-With", "Careroom")
                            .body())
                    .contains("right place");
        }
    }

    /** A patient enters the waiting area. */
    private static String enters(CareroomProcess careroom) {
        Browsing patient = new Browsing(careroom.port());
        patient.get(WAITING_AREA);
        patient.post(
                WAITING_AREA,
                "key",
                UUID.randomUUID().toString(),
                "firstName",
                "Jordan",
                "lastName",
                "Ellis",
                "phone",
                "0400 555 019",
                "agreed",
                "yes");
        return patient.cookies();
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
