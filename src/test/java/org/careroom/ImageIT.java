package org.careroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * The production shape, as far as it can be seen without a Docker engine: what Dockerfile and docker-compose.yml say, and the
 * image's very command run with its very environment on a PostgreSQL of its own.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ImageIT {

    private static final String PASSWORD = "only for this test";

    private final Map<String, Object> compose = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
    private final EmbeddedPostgres postgres = EmbeddedPostgres.builder()
            .setServerConfig("listen_addresses", "127.0.0.1")
            .start();
    private final Image image;
    private final Path data;
    private final Path loaded;
    private final CareroomProcess careroom;

    ImageIT(@TempDir Path folder) throws Exception {
        this.image = Image.build(folder.resolve("image"));
        this.data = Files.createDirectory(folder.resolve("data"));
        this.loaded = folder.resolve("loaded.log");
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create user careroom password '" + PASSWORD + "'");
            statement.execute("create database careroom owner careroom");
        }
        careroom = CareroomProcess.start(data, command(), environment()).ready();
    }

    @AfterAll
    void stop() throws Exception {
        careroom.close();
        postgres.close();
    }

    @Test
    void theImageRunsOnAJreAsAUserWithoutRights() {
        assertThat(image.last("FROM")).isEqualTo("runtime");
        assertThat(image.all("FROM")).anyMatch(from -> from.matches("eclipse-temurin:\\d+-jre AS runtime"));
        assertThat(image.last("USER")).isEqualTo("careroom");
    }

    @Test
    void itsClassesComeFromTheArchive() {
        assertThat(loaded)
                .content()
                .containsPattern("org\\.careroom\\.Careroom source: shared objects file")
                .containsPattern("org\\.hibernate\\.Session source: shared objects file");
    }

    @Test
    void theDatabaseOutlivesItsContainerAndIsWaitedFor() {
        assertThat(at(compose, "services", "database"))
                .containsEntry("volumes", List.of("database:/var/lib/postgresql"));
        assertThat(at(compose, "volumes")).containsKey("database");
        assertThat(at(compose, "services", "careroom", "depends_on", "database"))
                .containsExactly(entry("condition", "service_healthy"));
        assertThat(at(compose, "services", "database", "healthcheck")).containsKey("test");
    }

    @Test
    void noPasswordIsWrittenDown() {
        assertThat(at(compose, "services", "database", "environment").get("POSTGRES_PASSWORD"))
                .asString()
                .startsWith("${DATABASE_PASSWORD:?");
        assertThat(at(compose, "services", "careroom", "environment").get("SPRING_DATASOURCE_PASSWORD"))
                .asString()
                .startsWith("${DATABASE_PASSWORD:?");
    }

    /** RFC 6890: what is no address of the public internet, and IPv4 addresses written as IPv6 ones. */
    @Test
    void theRelayServesOnlyWhomWeSendAndReachesNoPrivateNetwork() {
        Map<String, Object> relay = at(compose, "services", "relay");
        assertThat(String.valueOf(relay.get("image"))).matches("coturn/coturn:4\\.(9|[1-9]\\d)\\.\\d+(-r\\d+)?");
        assertThat(relay.get("profiles")).isEqualTo(List.of("relay"));
        assertThat(String.valueOf(relay.get("entrypoint"))).contains("test -n \"$$TURN_SECRET\" &&");
        assertThat((List<?>) relay.get("command"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains(
                        "--use-auth-secret",
                        "--no-cli",
                        "--no-multicast-peers",
                        "--denied-peer-ip=0.0.0.0-0.255.255.255",
                        "--denied-peer-ip=10.0.0.0-10.255.255.255",
                        "--denied-peer-ip=100.64.0.0-100.127.255.255",
                        "--denied-peer-ip=127.0.0.0-127.255.255.255",
                        "--denied-peer-ip=169.254.0.0-169.254.255.255",
                        "--denied-peer-ip=172.16.0.0-172.31.255.255",
                        "--denied-peer-ip=192.168.0.0-192.168.255.255",
                        "--denied-peer-ip=224.0.0.0-255.255.255.255",
                        "--denied-peer-ip=::-::1",
                        "--denied-peer-ip=::ffff:0.0.0.0-::ffff:255.255.255.255",
                        "--denied-peer-ip=fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                        "--denied-peer-ip=fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    }

    @Test
    void itIsHealthyOnItsDatabase() throws Exception {
        assertThat(get("/actuator/health")).contains("\"status\":\"UP\"");
        assertThat(get("/actuator/health/readiness")).contains("\"status\":\"UP\"");
        assertThat(get("/actuator/prometheus")).contains("hikaricp_connections");
    }

    @Test
    void theCheckOfItsHealthPasses() throws Exception {
        List<?> test = (List<?>) Objects.requireNonNull(
                at(compose, "services", "careroom", "healthcheck").get("test"));
        assertThat(test.subList(0, 3)).isEqualTo(List.of("CMD", "bash", "-c"));
        String script = String.valueOf(test.get(3)).replace("/8080", "/" + careroom.port());
        assertThat(new ProcessBuilder("bash", "-c", script).start().waitFor()).isZero();
        String elsewhere = script.replace("readiness", "nowhere");
        assertThat(new ProcessBuilder("bash", "-c", elsewhere).start().waitFor())
                .isNotZero();
    }

    @Test
    void nothingOfTheDemonstrationExists() throws Exception {
        try (Connection connection =
                        postgres.getDatabase("careroom", "careroom").getConnection();
                Statement statement = connection.createStatement();
                ResultSet accounts = statement.executeQuery("select from account")) {
            assertThat(accounts.next()).isFalse();
        }
        assertThat(get("/login")).contains("Sign in").doesNotContain("careroom-demo", "riverside.example");
        assertThat(data).isEmptyDirectory();
    }

    /** The image's, which also notes where each class came from. */
    private List<String> command() {
        List<String> command = new ArrayList<>(image.command());
        command.add(1, "-Xlog:class+load:file=" + loaded);
        return command;
    }

    /** What image and compose file set, with the addresses of this test in place of the containers'. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        at(compose, "services", "careroom", "environment")
                .forEach((name, value) -> environment.put(name, value.toString()));
        environment.computeIfPresent(
                "SPRING_DATASOURCE_URL",
                (name, url) -> url.replace("database:5432", "127.0.0.1:" + postgres.getPort()));
        environment.put("SPRING_DATASOURCE_PASSWORD", PASSWORD);
        environment.computeIfPresent("CAREROOM_PUBLIC_URL", (name, url) -> "http://localhost:8080");
        assertThat(image.last("ENV")).isEqualTo("SERVER_ADDRESS=0.0.0.0");
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        return environment;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> map, String... path) {
        Map<String, Object> found = map;
        for (String name : path) {
            assertThat(found).containsKey(name);
            found = found.get(name) instanceof Map<?, ?> next ? (Map<String, Object>) next : Map.of();
        }
        return found;
    }

    private String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(careroom.uri(path)).build(), BodyHandlers.ofString())
                .body();
    }
}
