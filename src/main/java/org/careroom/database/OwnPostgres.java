package org.careroom.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL that Careroom brings along: as durable as a real one, reachable from this machine with its password only.
 * The connection pool is made from this bean, so it is closed first, and the server ends with the application.
 */
final class OwnPostgres implements JdbcConnectionDetails, AutoCloseable {

    private static final String USER = "postgres";

    /** What makes a commit survive a power cut; the library turns the first two off, for tests. */
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    /** Sorts and lowers letters alike on every machine, whatever its language (PostgreSQL 18, 23.1.4). */
    private static final Map<String, String> LOCALE =
            Map.of("locale-provider", "builtin", "builtin-locale", "C.UTF-8", "locale", "C");

    private final DataFolder folder;
    private final EmbeddedPostgres server;
    private final String password;

    private OwnPostgres(DataFolder folder, EmbeddedPostgres server, String password) {
        this.folder = folder;
        this.server = server;
        this.password = password;
    }

    /** @throws DataFolderInUse when another Careroom runs on this folder */
    static OwnPostgres start(Path path) throws IOException, SQLException {
        DataFolder folder = DataFolder.take(path);
        try {
            LeftBehind.stop(folder);
            Files.deleteIfExists(folder.log());
            if (Files.notExists(folder.pg())) {
                make(folder);
            }
            return new OwnPostgres(folder, serve(folder, folder.pg()), Files.readString(folder.passwordFile()))
                    .checked();
        } catch (IOException | SQLException | RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    /** Makes the database's files beside their place, so that those at their place are always whole. */
    private static void make(DataFolder folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder.unfinishedPg());
        serve(folder, folder.unfinishedPg()).close();
        Files.move(folder.unfinishedPg(), folder.pg(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedPostgres serve(DataFolder folder, Path files) throws IOException {
        Path password = folder.passwordFile();
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(false)
                .setCleanDataDirectory(false)
                .setDataDirectory(files)
                .setOverrideWorkingDirectory(folder.bin().resolve("postgres").toFile())
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .setPGStartupWait(Duration.ofSeconds(30))
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", password.toString())
                .setConnectConfig("password", Files.readString(password))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                // A query whose Careroom is gone ends, so that it cannot hold up the next start.
                .setServerConfig("client_connection_check_interval", "1s");
        LOCALE.forEach(server::setLocaleConfig);
        DURABLE.forEach(setting -> server.setServerConfig(setting, "on"));
        return server.start();
    }

    private OwnPostgres checked() throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(getJdbcUrl(), USER, password);
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                ResultSet shown = statement.executeQuery("show " + setting);
                if (!shown.next() || !shown.getString(1).equals("on")) {
                    throw new IllegalStateException("PostgreSQL runs without " + setting);
                }
            }
            return this;
        } catch (SQLException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    OwnDatabase database() {
        return new OwnDatabase(folder.path());
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
        folder.close();
    }
}
