package org.careroom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.careroom.CareroomProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping and killing Careroom with the PostgreSQL it brings along; the tests follow each other on one folder. */
@TestInstance(Lifecycle.PER_CLASS)
class OwnDatabaseIT {

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Path folder;
    private final Path data;
    private @Nullable CareroomProcess started;

    OwnDatabaseIT(@TempDir Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
    }

    @AfterAll
    void stop() throws Exception {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void aSecondCareroomSaysSoAndLeavesTheFirstAlone() throws Exception {
        CareroomProcess first = running();
        try (CareroomProcess second = CareroomProcess.start(folder)) {
            assertThat(second.ended(60)).isEqualTo(1);
            assertThat(second.output()).contains("Another Careroom is running on the data folder");
        }
        assertThat(health(first)).isEqualTo(200);
    }

    @Test
    void afterKillTheNextStartStopsThePostgresLeftBehindAndLosesNothing() throws Exception {
        CareroomProcess careroom = running();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (text text); insert into note values ('kept')");
        }
        ProcessHandle left = CareroomProcess.postgres(data);
        careroom.kill();
        careroom.ended(10);
        assertThat(left.isAlive()).isTrue();

        assertThat(health(running())).isEqualTo(200);
        assertThat(left.isAlive()).isFalse();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            ResultSet note = statement.executeQuery("select text from note");
            assertThat(note.next()).isTrue();
            assertThat(note.getString(1)).isEqualTo("kept");
        }
    }

    @Test
    void askedToEndItIsGoneInThreeSecondsThoughAQueryIsStuck() throws Exception {
        CareroomProcess careroom = running();
        ProcessHandle postgres = CareroomProcess.postgres(data);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table spring_session in access exclusive mode");
            browser.sendAsync(asSomebodySignedIn(careroom), BodyHandlers.discarding());
            await().until(() -> waitsForALock(statement));

            Instant asked = Instant.now();
            careroom.terminate();
            careroom.ended(10);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));
        }
        await().until(() -> !postgres.isAlive());
    }

    private CareroomProcess running() throws Exception {
        if (started == null || !started.isAlive()) {
            started = CareroomProcess.start(folder).ready();
        }
        return started;
    }

    private int health(CareroomProcess careroom) throws Exception {
        return browser.send(
                        HttpRequest.newBuilder(careroom.uri("/actuator/health")).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection(CareroomProcess.database(data));
    }

    /** A request whose session has to be looked up. */
    private static HttpRequest asSomebodySignedIn(CareroomProcess careroom) {
        String session =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        return HttpRequest.newBuilder(careroom.uri("/rooms"))
                .header("Cookie", "careroom=" + session)
                .build();
    }

    private static boolean waitsForALock(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery("select exists (select from pg_locks where not granted)")) {
            waiting.next();
            return waiting.getBoolean(1);
        }
    }
}
