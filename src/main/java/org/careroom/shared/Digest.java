package org.careroom.shared;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * By what a form knows what its person saw: whoever saves says which it was, and nothing is overwritten that they did not see.
 * It keeps nobody out, so a short digest will do.
 */
public final class Digest {

    private Digest() {}

    public static String of(String seen) {
        return UUID.nameUUIDFromBytes(seen.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
