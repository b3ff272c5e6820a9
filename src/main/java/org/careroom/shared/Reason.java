package org.careroom.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /** The reason with this key where it is so, else null: one condition of a rule. */
    public static @Nullable Reason when(boolean so, String key) {
        return so ? of(key) : null;
    }

    /** The first reason there is, or null when there is none and so nothing is refused. */
    public static @Nullable Reason first(@Nullable Reason... reasons) {
        return Arrays.stream(reasons).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
