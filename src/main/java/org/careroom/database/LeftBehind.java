package org.careroom.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private LeftBehind() {}

    static void stop(DataFolder folder) throws IOException {
        List<ProcessHandle> processes = processes(folder.bin());
        if (!processes.isEmpty()) {
            log.warn("Stopping the PostgreSQL that an earlier Careroom left behind: {}", processes);
            processes.forEach(ProcessHandle::destroy);
            if (!ended(processes)) {
                processes.forEach(ProcessHandle::destroyForcibly);
                ended(processes);
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

    private static boolean ended(List<ProcessHandle> processes) {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException notWatchable) {
            throw new IllegalStateException(notWatchable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
