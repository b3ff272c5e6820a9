package org.careroom.shared;

import java.util.List;

/**
 * Why something was refused, in words that the message bundles hold.
 *
 * @param key the bundle's key of a whole sentence; {@code key + ".next"}, where the bundle has it, is the next best step
 * @param arguments what the sentence names, in its order
 */
public record Reason(String key, List<Object> arguments) {

    public static Reason of(String key, Object... arguments) {
        return new Reason(key, List.of(arguments));
    }
}
