package org.careroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An external PostgreSQL goes away for {@value #AWAY_SECONDS} s: pages say so, nothing acknowledged is lost, it recovers by itself. */
class DatabaseAwayIT {

    private static final int AWAY_SECONDS = 20;
    private static final String ADMIN = "ada@riverside.example";
    private static final String PASSWORD = "four words that rhyme " + UUID.randomUUID();
    private static final Duration FEW_SECONDS = Duration.ofSeconds(8);

    private final int port;
    private final Path folder;

    DatabaseAwayIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    @Test
    void pagesSaySoAndItGoesOnByItself() throws Exception {
        EmbeddedPostgres database = database();
        try (CareroomProcess careroom = CareroomProcess.start(folder, List.of("java", "-jar", jar()), settings())
                .ready()) {
            Browsing browser = setUp(careroom);
            String room = Browsing.location(browser.post("/rooms", "name", "Night watch"))
                    .replaceFirst("/rooms/", "");
            Acknowledged acknowledged = new Acknowledged();
            acknowledged.start(3, browser, room, true);
            await().until(() -> acknowledged.size() >= 50);

            database.close();
            Instant gone = Instant.now();
            int before = acknowledged.size();
            for (String path : List.of("/rooms", "/rooms/" + room, "/profile")) {
                assertSaysSo(browser, path);
            }
            for (int attempt = 0; attempt < 12; attempt++) { // more than an account has at once
                assertThat(browser.post("/login", "username", ADMIN, "password", PASSWORD)
                                .statusCode())
                        .isEqualTo(503);
            }
            await().pollDelay(Duration.ZERO)
                    .atMost(Duration.ofSeconds(2 * AWAY_SECONDS))
                    .until(() -> Instant.now().isAfter(gone.plusSeconds(AWAY_SECONDS)));
            assertThat(acknowledged.size()).isLessThanOrEqualTo(before + 3);
            assertThat(careroom.isAlive()).isTrue();

            database = database();
            await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged.size() >= before + 50);
            assertThat(new Browsing(careroom.port()).signIn(ADMIN, PASSWORD).statusCode())
                    .isEqualTo(302);
            assertThat(browser.get("/rooms/" + room).statusCode()).isEqualTo(200);
            acknowledged.stop();
            acknowledged.assertAllThere(Acknowledged.messages(browser, room));
            assertThat(careroom.output()).doesNotContain("writer 0, message");
        } finally {
            database.close();
        }
    }

    private static void assertSaysSo(Browsing browser, String path) {
        for (String accept : List.of("text/html", "application/json")) {
            Instant asked = Instant.now();
            HttpResponse<String> answer = browser.get(path, "Accept", accept);
            assertThat(Duration.between(asked, Instant.now())).as(path).isLessThan(FEW_SECONDS);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body())
                    .contains(accept.equals("text/html") ? "Careroom cannot reach its database" : "\"error\":")
                    .doesNotContain("Exception");
        }
    }

    private EmbeddedPostgres database() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("pg"))
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private Map<String, String> settings() {
        return Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "");
    }

    private static String jar() {
        return System.getProperty("careroom.jar");
    }

    /** Opens the set-up link of the first start, which the log tells. */
    private static Browsing setUp(CareroomProcess careroom) {
        await().until(() -> careroom.output().contains("/setup/"));
        String link = careroom.output().replaceFirst("(?s).*(/setup/[A-Za-z0-9_-]+).*", "$1");
        Browsing browser = new Browsing(careroom.port());
        browser.get("/login");
        String[] form = {"organization", "Riverside", "name", "Ada Admin", "email", ADMIN, "password", PASSWORD};
        assertThat(browser.post(link, form).statusCode()).isEqualTo(302);
        browser.get("/profile");
        return browser;
    }
}
