package org.careroom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL that Careroom brings along, in a folder whose name has a space. */
@TestInstance(Lifecycle.PER_CLASS)
class OwnPostgresTests {

    private final Path folder;
    private OwnPostgres postgres;

    OwnPostgresTests(@TempDir Path temporary) throws Exception {
        folder = temporary.resolve("own data");
        postgres = OwnPostgres.start(folder);
    }

    @AfterAll
    void stop() throws Exception {
        postgres.close();
    }

    @BeforeAll
    void leaveSomething() throws SQLException {
        try (Connection connection = connect(postgres.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (text text); insert into note values ('kept')");
        }
    }

    @Test
    void isAsDurableAsARealOne() throws SQLException {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
    }

    @Test
    void sortsAndLowersLettersAlikeOnEveryMachine() throws SQLException {
        assertThat(ask("select concat(datlocprovider, ' ', datlocale) from pg_database where datname = 'postgres'"))
                .isEqualTo("b C.UTF-8");
        assertThat(ask("select lower('ÄÉØ')")).isEqualTo("äéø");
    }

    @Test
    void listensOnThisMachineOnly() throws SQLException {
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(show("unix_socket_directories")).isEmpty();
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect("guessed"))
                .withMessageContaining("password authentication failed");
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(""));
    }

    @Test
    void hidesThePasswordAndGuardsTheProgramsFromOtherUsers() throws Exception {
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("password"))).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("bin"))).isEqualTo("rwx------");
    }

    @Test
    void refusesASecondCareroomAndKeepsServing() throws SQLException {
        assertThatExceptionOfType(DataFolderInUse.class).isThrownBy(() -> OwnPostgres.start(folder));
        assertThat(notes()).isEqualTo("kept");
    }

    @Test
    void startsAgainWhereTheNumberOfThePostgresOfThenIsAnotherProcessNow() throws Exception {
        postgres.close();
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(folder.resolve("pg/postmaster.pid"), other.pid() + "\n" + folder.resolve("pg") + "\n");
            postgres = OwnPostgres.start(folder);
            assertThat(notes()).isEqualTo("kept");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroy();
        }
    }

    @Test
    void makesTheDatabaseAnewWhereMakingItWasCutShort(@TempDir Path cutShort) throws Exception {
        Files.createDirectories(cutShort.resolve("pg.unfinished/base"));
        try (OwnPostgres made = OwnPostgres.start(cutShort)) {
            assertThat(made.database().folder().resolve("pg")).isDirectory();
            assertThat(cutShort.resolve("pg.unfinished")).doesNotExist();
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private String notes() throws SQLException {
        return ask("select text from note");
    }

    private String show(String setting) throws SQLException {
        return ask("show " + setting);
    }

    private String ask(String query) throws SQLException {
        try (Connection connection = connect(postgres.getPassword());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl(), postgres.getUsername(), password);
    }
}
