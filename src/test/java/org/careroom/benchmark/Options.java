package org.careroom.benchmark;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be measured, from {@code -Dbench.…}.
 *
 * @param only the parts wanted, all when empty: startup, memory, rooms50, room500, paced, closed, jdbc, broker, cases, chat, clinics, pages
 * @param seconds of each measurement
 * @param warmUp seconds before each measurement
 * @param coldSeconds of the first load, by which the server's code is compiled; what follows is measured on a warm server
 * @param compressed whether browsers offer compressed live messages, as real ones do
 */
record Options(Set<String> only, int seconds, int warmUp, int coldSeconds, boolean compressed) {

    private static final Set<String> ROOMS = Set.of("rooms50", "room500");
    private static final Set<String> PACES = Set.of("paced", "closed");
    private static final Set<String> PARTS =
            Set.of("startup", "memory", "jdbc", "broker", "cases", "chat", "clinics", "pages");

    static Options fromSystem() {
        Set<String> only = Arrays.stream(System.getProperty("bench.only", "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toSet());
        only.stream().filter(part -> !isKnown(part)).forEach(part -> {
            throw new IllegalArgumentException("bench.only: there is no part " + part);
        });
        int seconds = Integer.getInteger("bench.seconds", 30);
        int warmUp = Integer.getInteger("bench.warmup", Math.min(10, seconds));
        int coldSeconds = Integer.getInteger("bench.cold", 180);
        return new Options(only, seconds, warmUp, coldSeconds, !"false".equals(System.getProperty("bench.compressed")));
    }

    boolean isWhole() {
        return only.isEmpty();
    }

    boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }

    /** Loads are named by their rooms, by their pace, or by both. */
    boolean wantsLoad(String rooms, String pace) {
        boolean anyLoad = only.stream().anyMatch(part -> !PARTS.contains(part));
        return only.isEmpty() || anyLoad && allows(ROOMS, rooms) && allows(PACES, pace);
    }

    boolean wantsLoad(String rooms) {
        return wantsLoad(rooms, "paced") || wantsLoad(rooms, "closed");
    }

    private boolean allows(Set<String> kind, String one) {
        return only.contains(one) || only.stream().noneMatch(kind::contains);
    }

    private static boolean isKnown(String part) {
        return ROOMS.contains(part) || PACES.contains(part) || PARTS.contains(part);
    }
}
