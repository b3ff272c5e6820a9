package org.careroom.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of our own, with the JDK that runs this; it ends at the latest when this process ends. */
final class JavaProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final Thread ender;
    private final Path log;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.ender = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(ender);
    }

    /** @param arguments what follows {@code java} */
    static JavaProcess start(Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(arguments);
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new JavaProcess(process, log);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** An exception with the end of its log when it has ended by itself. */
    void checkAlive() throws IOException {
        if (!process.isAlive()) {
            List<String> lines = Files.readAllLines(log);
            String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
            throw new IllegalStateException("the process ended with " + process.exitValue() + ":\n" + tail);
        }
    }

    /** Ends it by TERM, as Ctrl-C and service managers do; the milliseconds until it was gone. */
    double stop() {
        long begun = System.nanoTime();
        end();
        Runtime.getRuntime().removeShutdownHook(ender);
        return (System.nanoTime() - begun) / 1e6;
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
