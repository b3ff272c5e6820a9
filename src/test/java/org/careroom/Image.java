package org.careroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yaml.snakeyaml.Yaml;

/**
 * The production image without an engine: what the Dockerfile does to the packaged application is done in a folder, by the
 * JVM at hand, and its command is known with the folder's paths.
 */
public final class Image {

    private static final int PATIENCE_MINUTES = 5;

    private final List<String> dockerfile = Files.readAllLines(Path.of("Dockerfile"));
    private final Path folder;

    private Image(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath();
    }

    /** Takes the jar apart and makes the archive of its classes, by the very commands of the Dockerfile. */
    public static Image build(Path folder) throws IOException, InterruptedException {
        Image image = new Image(folder);
        Files.createDirectories(image.folder);
        Files.copy(Path.of(System.getProperty("careroom.jar")), image.folder.resolve("careroom.jar"));
        for (String command : image.all("RUN")) {
            if (command.startsWith("java ")) {
                image.run(List.of(command.split(" ")));
            }
        }
        // A start for its classes only is halted, and leaves its PostgreSQL; in an image that ends with the step.
        CareroomProcess.postgres(image.folder.resolve("data")).destroy();
        for (String copy : image.all("COPY")) {
            if (copy.startsWith("--from=trained ")) {
                String[] words = copy.split(" ");
                Files.move(Path.of(image.here(words[1])), Path.of(image.here(words[2])));
            }
        }
        return image;
    }

    /** What the image starts, the first word {@code java}. */
    public List<String> command() {
        List<?> words = new Yaml().load(last("ENTRYPOINT"));
        return words.stream().map(word -> here(word.toString())).toList();
    }

    /** What follows the last such instruction. */
    String last(String instruction) {
        List<String> all = all(instruction);
        return all.get(all.size() - 1);
    }

    /** What follows each such instruction. */
    List<String> all(String instruction) {
        return dockerfile.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }

    private void run(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(words.stream().map(this::here).toList());
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path log = Files.createTempFile(folder, "run", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " failed:\n" + Files.readString(log));
        }
    }

    /** The image's two folders, the application's and its user's, lie in ours. */
    private String here(String word) {
        return word.replace("/opt/careroom/", folder + "/application/")
                .replaceFirst("^/opt/careroom$", folder + "/application")
                .replaceFirst("(^|=)/careroom/", "$1" + folder + "/");
    }
}
