package org.careroom.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is paged by key.
 *
 * @param items at most as many as were asked for
 * @param next the key to ask the following page with, or null when this is the last
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    public boolean hasNext() {
        return next != null;
    }
}
