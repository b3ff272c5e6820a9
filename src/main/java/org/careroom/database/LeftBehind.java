package org.careroom.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed Careroom leaves behind: its PostgreSQL lives on and would keep the next one from starting. Whoever holds
 * the data folder may stop every process whose program lies in it, as nobody else can be using that; a process that only
 * has the same number as the PostgreSQL of then is not touched.
 */
final class LeftBehind {

    private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private LeftBehind() {}

    static void stop(DataFolder folder) throws IOException {
        Path programs = folder.bin();
        if (!processes(programs).isEmpty()) {
            log.warn("Stopping the PostgreSQL that an earlier Careroom left behind");
            processes(programs).forEach(ProcessHandle::destroy);
            if (!ended(programs)) {
                processes(programs).forEach(ProcessHandle::destroyForcibly);
                ended(programs);
            }
        }
        forgetNumber(folder.pg().resolve("postmaster.pid"));
    }

    private static List<ProcessHandle> processes(Path programs) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        program(process).filter(p -> p.startsWith(programs)).isPresent())
                .toList();
    }

    /** PostgreSQL refuses to start while any process has the number it wrote down, be it an editor by now. */
    private static void forgetNumber(Path file) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        Optional<Path> owner = Files.readAllLines(file).stream()
                .findFirst()
                .flatMap(LeftBehind::process)
                .flatMap(LeftBehind::program);
        if (owner.filter(program -> program.getFileName().toString().startsWith("postgres"))
                .isEmpty()) {
            Files.delete(file);
        }
    }

    private static Optional<ProcessHandle> process(String number) {
        try {
            return ProcessHandle.of(Long.parseLong(number.strip()));
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    private static Optional<Path> program(ProcessHandle process) {
        return process.info().command().map(Path::of);
    }

    /** Asks for their programs, as an ended process that nobody has taken note of yet still has its number. */
    private static boolean ended(Path programs) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!processes(programs).isEmpty()) {
            if (Instant.now().isAfter(limit)) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
