package org.careroom;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Careroom as its users start it: the packaged application, a process of its own on a free port, without any of this test
 * run's settings. For tests of starting, stopping and being killed, which run after packaging ({@code *IT}).
 */
public final class CareroomProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread reader = new Thread(this::read, "output of Careroom");

    private CareroomProcess(Process process) {
        this.process = process;
    }

    /** Starts it in a folder, which then holds {@code data/}. */
    public static CareroomProcess start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("java", "-jar", System.getProperty("careroom.jar")));
        command.addAll(List.of(arguments));
        return start(folder, command, Map.of());
    }

    /** Starts it by another command; {@code java} in it is the one that runs the tests. */
    public static CareroomProcess start(Path folder, List<String> command, Map<String, String> environment)
            throws IOException {
        List<String> words = new ArrayList<>(command);
        words.replaceAll(word -> word.equals("java")
                ? Path.of(System.getProperty("java.home"), "bin", "java").toString()
                : word);
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("CAREROOM_"));
        builder.environment().put("SERVER_PORT", "0");
        // Starts sooner; what it then does is not measured here.
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        builder.environment().putAll(environment);
        CareroomProcess careroom = new CareroomProcess(builder.start());
        careroom.reader.start();
        return careroom;
    }

    /** Waits until it says itself that it is ready to serve, and fails with its output where it ends instead. */
    public CareroomProcess ready() throws Exception {
        port.get(3, TimeUnit.MINUTES);
        HttpRequest readiness =
                HttpRequest.newBuilder(uri("/actuator/health/readiness")).build();
        HttpClient asking = HttpClient.newHttpClient();
        await().atMost(1, TimeUnit.MINUTES).until(() -> {
            HttpResponse<Void> answer = asking.send(readiness, HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200;
        });
        return this;
    }

    public int port() {
        return port.join();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, as a service manager or Ctrl-C does. */
    public void terminate() {
        process.destroy();
    }

    /** Takes it away without a chance to tidy up: {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Waits until it has ended, and returns its exit code. */
    public int ended(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + seconds + " s:\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    /** All it has printed so far. */
    public String output() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        process.onExit().join();
    }

    private void read() {
        int found = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.add(line);
                }
                Matcher started = PORT.matcher(line);
                if (started.find()) {
                    found = Integer.parseInt(started.group(1));
                }
                if (line.contains("Started Careroom in")) {
                    port.complete(found);
                }
            }
        } catch (IOException ended) {
            // A process that was killed takes its output with it; what it had said until then is kept.
        } finally {
            port.completeExceptionally(new IllegalStateException("Careroom has ended:\n" + output()));
        }
    }

    /** The running server of the PostgreSQL that Careroom has brought along into a data folder. */
    public static ProcessHandle postgres(Path data) throws IOException {
        String number =
                Files.readAllLines(data.resolve("pg/postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
    }

    /** The address of that server, for a look into the database from outside. */
    public static String database(Path data) throws IOException {
        String port =
                Files.readAllLines(data.resolve("pg/postmaster.pid")).get(3).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password="
                + Files.readString(data.resolve("password"));
    }
}
