package org.careroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script mvnw runs the right Maven: in a folder with a space, with no programs but those each test puts on its path. */
class MvnwTests {

    private static final String ARCHIVE = "/9.9.9/binaries/apache-maven-9.9.9-bin.tar.gz";

    private final Path project;
    private final Path programs;
    private final Path served;
    private final HttpServer server;

    MvnwTests(@TempDir Path temporary) throws Exception {
        project = Files.createDirectories(temporary.resolve("my project"));
        programs = Files.createDirectories(temporary.resolve("programs"));
        served = Files.createDirectories(temporary.resolve("served"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(ARCHIVE, this::serve);
    }

    @BeforeEach
    void bareMachine() throws Exception {
        server.start();
        Files.copy(Path.of("mvnw"), project.resolve("mvnw"), StandardCopyOption.COPY_ATTRIBUTES);
        pin("none");
        lend(
                "sh",
                "sed",
                "dirname",
                "cut",
                "mkdir",
                "mktemp",
                "mv",
                "rm",
                "tar",
                "gzip",
                "sha512sum",
                "shasum",
                "perl");
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void anInstalledMavenIsUsed() throws Exception {
        maven(programs.resolve("mvn"), "3.8.7");
        assertThat(mvnw("verify", "-Dname=two words")).isEqualTo("Maven 3.8.7 <verify> <-Dname=two words>");
    }

    @Test
    void thePinnedMavenComesFirst() throws Exception {
        maven(programs.resolve("mvn"), "3.9.0");
        maven(project.resolve(".mvn/maven/apache-maven-9.9.9/bin/mvn"), "9.9.9");
        assertThat(mvnw("verify")).isEqualTo("Maven 9.9.9 <verify>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "wget"})
    void withoutOneThePinnedMavenIsDownloaded(String downloader) throws Exception {
        assumeTrue(lend(downloader) == 1, downloader + " is not on this machine");
        pin(archive());
        assertThat(mvnw("verify", "two words")).endsWith("Maven 9.9.9 <verify> <two words>");
        server.stop(0);
        assertThat(mvnw("verify")).isEqualTo("Maven 9.9.9 <verify>");
        assertThat(unpacked()).containsExactly("apache-maven-9.9.9");
    }

    @Test
    void aMavenThatIsTooOldIsNotUsed() throws Exception {
        assumeTrue(lend("curl", "wget") > 0);
        maven(programs.resolve("mvn"), "3.6.3");
        pin(archive());
        assertThat(mvnw("verify")).endsWith("Maven 9.9.9 <verify>");
    }

    @Test
    void aDownloadOfAnotherContentIsRefusedAndLeavesNothing() throws Exception {
        assumeTrue(lend("curl", "wget") > 0);
        archive();
        pin("0".repeat(128));
        assertThat(mvnw("verify")).contains("is not what", "sha512").endsWith("ended with 1");
        assertThat(unpacked()).isEmpty();
    }

    @Test
    void aFailedDownloadIsTold() throws Exception {
        assumeTrue(lend("curl", "wget") > 0);
        assertThat(mvnw("verify")).contains("could not download", ARCHIVE).endsWith("ended with 1");
        assertThat(unpacked()).isEmpty();
    }

    @Test
    void withoutAnythingToDownloadWithThatIsTold() throws Exception {
        assertThat(mvnw("verify")).contains("neither curl nor wget").endsWith("ended with 1");
    }

    @Test
    void theResultOfMavenIsTheResult() throws Exception {
        script(programs.resolve("mvn"), "[ \"$2\" = --version ] && echo Apache Maven 3.9.1 || exit 42");
        assertThat(mvnw("verify")).isEqualTo("ended with 42");
    }

    @Test
    void whatIsPinnedIsAWholeChecksum() throws Exception {
        assertThat(Files.readString(Path.of(".mvn/mvnw.properties")))
                .containsPattern("(?m)^version=3\\.\\d+\\.\\d+$")
                .containsPattern("(?m)^sha512=[0-9a-f]{128}$");
    }

    /** What the script says, and how it ended if not well. */
    private String mvnw(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(project.resolve("mvnw").toString());
        builder.command().addAll(Arrays.asList(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment()
                .put("MAVEN_ARCHIVE", "http://127.0.0.1:" + server.getAddress().getPort());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int result = process.waitFor();
        return result == 0 ? said : (said + "\nended with " + result).strip();
    }

    private void pin(String sha512) throws IOException {
        Files.createDirectories(project.resolve(".mvn"));
        Files.writeString(project.resolve(".mvn/mvnw.properties"), "version=9.9.9\nsha512=" + sha512 + "\n");
    }

    /** Puts a small archive on the server and returns its checksum. */
    private String archive() throws Exception {
        Path content = Files.createDirectories(served.resolve("content"));
        maven(content.resolve("apache-maven-9.9.9/bin/mvn"), "9.9.9");
        Path archive = served.resolve("maven.tar.gz");
        Process tar = new ProcessBuilder(
                        "tar", "-czf", archive.toString(), "-C", content.toString(), "apache-maven-9.9.9")
                .start();
        assertThat(tar.waitFor()).isZero();
        byte[] digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive));
        return HexFormat.of().formatHex(digest);
    }

    private void serve(HttpExchange exchange) throws IOException {
        Path archive = served.resolve("maven.tar.gz");
        if (Files.exists(archive)) {
            exchange.sendResponseHeaders(200, Files.size(archive));
            Files.copy(archive, exchange.getResponseBody());
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private List<String> unpacked() throws IOException {
        Path folder = project.resolve(".mvn/maven");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private static void maven(Path place, String version) throws IOException {
        Files.createDirectories(place.getParent());
        script(place, """
                if [ "$2" = --version ]; then echo "Apache Maven %1$s (fake)"; exit; fi
                printf 'Maven %1$s'
                printf ' <%%s>' "$@"
                """.formatted(version));
    }

    private static void script(Path place, String lines) throws IOException {
        Files.writeString(place, "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Puts those of this machine's programs that have these names on the path, and returns how many there are. */
    private int lend(String... names) throws IOException {
        int found = 0;
        for (String name : names) {
            Path program = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElse(null);
            if (program != null) {
                script(programs.resolve(name), "exec '" + program + "' \"$@\"");
                found++;
            }
        }
        return found;
    }
}
