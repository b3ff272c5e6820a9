package org.careroom.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What it was measured on, in one line. */
final class Machine {

    private Machine() {}

    static String line() throws IOException {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return "%d cores (%s), %.0f GiB memory, %s %s, JDK %s, %s"
                .formatted(
                        system.getAvailableProcessors(),
                        processor(),
                        system.getTotalMemorySize() / (double) (1 << 30),
                        system.getName(),
                        system.getArch(),
                        System.getProperty("java.version"),
                        LocalDate.now(ZoneOffset.UTC));
    }

    private static String processor() throws IOException {
        Path list = Path.of("/proc/cpuinfo");
        if (!Files.exists(list)) {
            return "model unknown";
        }
        return Files.readAllLines(list).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("model unknown");
    }
}
