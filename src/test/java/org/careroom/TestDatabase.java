package org.careroom;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of a test run: in a container where Docker answers, else the one that Careroom brings along. It forgets
 * everything at the end, so it need not be durable on the way, and it ends by itself when the run has ended.
 */
record TestDatabase(String url, String username, String password) {

    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    /** As the one that Careroom brings along has it. */
    private static final Map<String, String> LOCALE =
            Map.of("locale-provider", "builtin", "builtin-locale", "C.UTF-8", "locale", "C");

    static TestDatabase start() throws IOException {
        return DockerClientFactory.instance().isDockerAvailable() ? inContainer() : broughtAlong();
    }

    private static TestDatabase inContainer() {
        StringBuilder command = new StringBuilder("postgres");
        FAST.forEach((setting, value) ->
                command.append(" -c ").append(setting).append('=').append(value));
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")
                .withEnv(
                        "POSTGRES_INITDB_ARGS",
                        LOCALE.entrySet().stream()
                                .map(option -> "--" + option.getKey() + "=" + option.getValue())
                                .collect(Collectors.joining(" ")))
                .withCommand(command.toString());
        container.start();
        return new TestDatabase(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static TestDatabase broughtAlong() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1");
        FAST.forEach(builder::setServerConfig);
        LOCALE.forEach(builder::setLocaleConfig);
        EmbeddedPostgres server = builder.start();
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", "postgres", "");
    }
}
