package org.careroom.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds after a full collection, in KiB.
 *
 * @param heap objects alive
 * @param resident pages of the whole process in memory
 */
record Memory(long heap, long resident) {

    private static final Pattern HEAP_USED = Pattern.compile("(?:heap|generation)\\s+total.*?used (\\d+)K");

    static Memory of(ProcessHandle process) throws IOException, InterruptedException {
        String pid = String.valueOf(process.pid());
        String jcmd =
                Path.of(System.getProperty("java.home", ""), "bin", "jcmd").toString();
        run(jcmd, pid, "GC.run");
        Thread.sleep(500);
        run(jcmd, pid, "GC.run");
        long heap = 0;
        Matcher used = HEAP_USED.matcher(run(jcmd, pid, "GC.heap_info"));
        while (used.find()) {
            heap += Long.parseLong(used.group(1));
        }
        return new Memory(
                heap, Long.parseLong(run("ps", "-o", "rss=", "-p", pid).strip()));
    }

    /** What was added since then for each of so many, in KiB. */
    Memory since(Memory before, int many) {
        return new Memory((heap - before.heap) / many, (resident - before.resident) / many);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
        return output;
    }
}
