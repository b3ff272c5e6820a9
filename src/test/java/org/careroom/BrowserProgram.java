package org.careroom;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The Chromium or Chrome that drives the browser tests: one that is installed, else Debian's package where that can be
 * installed, else Playwright's own.
 *
 * @param folders where programs are looked for
 * @param mayInstall whether this is a Debian and we are root on it
 * @param download the command that lets Playwright download its own
 * @param log what the installers say
 */
record BrowserProgram(List<Path> folders, boolean mayInstall, List<String> download, Path log) {

    private static final List<String> NAMES = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "Google Chrome",
            "Chromium",
            "chrome.exe");

    private static final List<String> OUTSIDE_THE_PATH = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS",
            "/Applications/Chromium.app/Contents/MacOS",
            "C:\\Program Files\\Google\\Chrome\\Application");

    static BrowserProgram ofThisMachine() {
        String path = System.getenv().getOrDefault("PATH", "");
        return new BrowserProgram(
                Stream.concat(Arrays.stream(path.split(File.pathSeparator)), OUTSIDE_THE_PATH.stream())
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> new File(folder).toPath())
                        .toList(),
                Files.exists(Path.of("/etc/debian_version")) && isRoot(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.microsoft.playwright.CLI",
                        "install",
                        "chromium"),
                Path.of("target", "browser-install.log"));
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /**
     * The program to start, installed now if need be; empty for Playwright's own.
     *
     * @throws IllegalStateException when there is none and none could be had
     */
    Optional<Path> get() {
        Optional<Path> program = installed();
        if (program.isEmpty() && mayInstall && debianInstalls()) {
            program = installed();
        }
        if (program.isEmpty() && !succeeds(download)) {
            throw new IllegalStateException("No Chromium or Chrome is installed and none could be had, see " + log);
        }
        return program;
    }

    private Optional<Path> installed() {
        return NAMES.stream().flatMap(this::named).findFirst();
    }

    private boolean debianInstalls() {
        return named("apt-get")
                .findFirst()
                .filter(apt -> succeeds(List.of(apt.toString(), "update")))
                .filter(apt -> succeeds(List.of(apt.toString(), "install", "-y", "chromium")))
                .isPresent();
    }

    private Stream<Path> named(String program) {
        return folders.stream().map(folder -> folder.resolve(program)).filter(Files::isExecutable);
    }

    private boolean succeeds(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(10, TimeUnit.MINUTES);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
