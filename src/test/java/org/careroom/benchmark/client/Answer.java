package org.careroom.benchmark.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the server answered.
 *
 * @param head status line and headers
 * @param asked when it was asked ({@link System#nanoTime()}), waiting for a free connection included
 * @param firstByte when its first byte was here
 * @param whole when all of it was here
 */
public record Answer(int status, String head, byte[] body, long asked, long firstByte, long whole) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    public List<String> headers(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return Arrays.stream(head.split("\r\n"))
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    /** This answer when it has one of these statuses; else an exception that says what came. */
    public Answer expect(String what, int... statuses) {
        if (Arrays.stream(statuses).noneMatch(wanted -> wanted == status)) {
            String start = text().substring(0, Math.min(300, text().length()));
            throw new IllegalStateException(
                    what + ": " + status + " " + header("location").orElse("") + " " + start);
        }
        return this;
    }
}
