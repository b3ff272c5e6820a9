package org.careroom.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The PostgreSQL that the application brings along, seen from outside: where it is and how to get in. */
final class BroughtDatabase {

    /** Where the application keeps its database below its data folder, and the password it has set. */
    private static final String FOLDER = "pg";

    private static final String PASSWORD_FILE = "password";
    private static final String USER = "postgres";
    static final String NAME = "postgres";

    private final Path data;

    BroughtDatabase(Path data) {
        this.data = data;
    }

    /** A connection to the database of that name. */
    Connection connect(String name) throws SQLException {
        try {
            String password = Files.readString(data.resolve(PASSWORD_FILE)).strip();
            String url = "jdbc:postgresql://127.0.0.1:" + postmaster().get(3) + "/" + name;
            return DriverManager.getConnection(url, USER, password);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** PostgreSQL's processes that live at the moment. */
    Stream<ProcessHandle> processes() {
        return main().stream().flatMap(process -> Stream.concat(Stream.of(process), process.children()));
    }

    /** Ends PostgreSQL when the application could not do it itself any more. */
    void endLeftOver() {
        main().ifPresent(ProcessHandle::destroy);
    }

    private Optional<ProcessHandle> main() {
        try {
            if (!Files.exists(pidFile())) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(postmaster().get(0).strip()))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The lines of postmaster.pid: process, folder, start, port … */
    private List<String> postmaster() throws IOException {
        return Files.readAllLines(pidFile());
    }

    private Path pidFile() {
        return data.resolve(FOLDER).resolve("postmaster.pid");
    }
}
