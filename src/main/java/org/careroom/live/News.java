package org.careroom.live;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * One item of news for browsers.
 *
 * @param subject what it is about, such as {@code room:<id>}
 * @param type what happened, such as {@code message}
 * @param content what else the item tells, for each language in the audience made once; it must be the same for all its readers
 */
public record News(String subject, String type, Function<Locale, Map<String, Object>> content) {

    /** News whose content needs no words. */
    public static News of(String subject, String type, Map<String, Object> content) {
        return new News(subject, type, language -> content);
    }
}
