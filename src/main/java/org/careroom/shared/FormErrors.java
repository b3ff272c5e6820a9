package org.careroom.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, as its page says it; templates know it as {@code errors}.
 *
 * @param sentences by field, in the form's order
 */
public record FormErrors(Map<String, String> sentences) {

    /** What is wrong with this field, or null. */
    public @Nullable String get(String field) {
        return sentences.get(field);
    }

    /** Whether this is the first that has to be mended, and so gets the focus. */
    public boolean beginAt(String field) {
        return sentences.keySet().stream().findFirst().filter(field::equals).isPresent();
    }
}
